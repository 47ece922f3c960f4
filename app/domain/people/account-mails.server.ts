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

/** To the administrators: somebody else administers the installation now, or does no longer. */
export const administratorsChanged = defineMail({
  name: "administrators-changed",
  subjectType: "account",
  find: async ({ db, recipientId, subjectId }, { administers }: { administers: boolean }) => {
    const accounts = db.selectFrom("account").select("name");
    const reader = await accounts.where("id", "=", recipientId).where("is_administrator", "=", 1).executeTakeFirst();
    const about = await accounts.where("id", "=", subjectId).executeTakeFirst();
    return reader && about ? { name: about.name, administers } : null;
  },
});

/** To the account whose password was changed. */
export const passwordChanged = defineMail({
  name: "password-changed",
  subjectType: "account",
  find: async (_sending, kept: Nothing) => kept,
});
