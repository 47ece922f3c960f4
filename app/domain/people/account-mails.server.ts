import { defineMail } from "#app/domain/mail/define-mail.ts";
import { mintReset } from "#app/domain/people/mint-secrets.server.ts";

type Nothing = Record<string, never>;

/** To whoever asked for a new password: the link that sets it. */
export const passwordReset = defineMail({
  name: "password-reset",
  subjectType: "account",
  find: async (_sending, kept: Nothing) => kept,
  mint: mintReset,
});

/** To the account whose password was changed. */
export const passwordChanged = defineMail({
  name: "password-changed",
  subjectType: "account",
  find: async (_sending, kept: Nothing) => kept,
});
