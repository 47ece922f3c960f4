import { defineMail, unsent } from "#app/domain/mail/define-mail.ts";
import { mintResetLink } from "#app/domain/people/mint-secrets.server.ts";
import type { Instant } from "#db/schema/columns.ts";

type Nothing = Record<string, never>;

/** Hours after which nobody waits for the link any more that they asked for. */
const RESET_WAIT_HOURS = 24;

/** To whoever asked for a new password: the link that sets it. */
export const passwordReset = defineMail({
  name: "password-reset",
  subjectType: "account",
  replaces: true,
  find: async ({ now }, { askedAt }: { askedAt?: Instant }) => {
    const waited = askedAt ? now.getTime() - Date.parse(askedAt) : 0;
    return waited > RESET_WAIT_HOURS * 3_600_000 ? unsent("over") : {};
  },
  mint: mintResetLink,
});

/** To the account whose password was changed. */
export const passwordChanged = defineMail({
  name: "password-changed",
  subjectType: "account",
  find: async (_sending, kept: Nothing) => kept,
});
