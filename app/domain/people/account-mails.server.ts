import { defineMail, unsent } from "#app/domain/mail/define-mail.ts";
import { mintResetLink } from "#app/domain/people/mint-secrets.server.ts";
import { helpFacts, helpRows } from "#app/domain/people/password-help-facts.server.ts";
import { byColumn, readTogether } from "#db/read-together.ts";
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
  mint: (db, { subjectId, request }, now) => mintResetLink(db, subjectId, request, now),
});

const accountWith = readTogether(async (db, ids) => {
  const accounts = db.selectFrom("account").select(["id", "name", "status", "is_administrator"]).where("id", "in", ids);
  return byColumn(await accounts.execute(), "id");
});

const helpWith = readTogether(async (db, ids) =>
  byColumn(await helpRows(db).where("password_help.id", "in", ids).execute(), "id"),
);

/** To the administrators: somebody else administers the installation now, or does no longer. */
export const administratorsChanged = defineMail({
  name: "administrators-changed",
  subjectType: "account",
  find: async ({ db, recipientId, subjectId }, { administers }: { administers: boolean }) => {
    if (!recipientId) return null;
    const [reader, about] = await Promise.all([accountWith(db, recipientId), accountWith(db, subjectId)]);
    return reader?.is_administrator && about ? { name: about.name, administers } : null;
  },
});

/** To whoever a link for a new password was made for, and to the administrators: by whom, and why. */
export const passwordHelped = defineMail({
  name: "password-helped",
  subjectType: "account",
  find: async ({ db, recipientId, subjectId }, _kept: Nothing) => {
    if (!recipientId) return null;
    const [row, reader] = await Promise.all([helpWith(db, subjectId), accountWith(db, recipientId)]);
    if (!row || reader?.status !== "active") return null;
    const isOwn = row.account_id === reader.id;
    return isOwn || reader.is_administrator === 1 ? { ...helpFacts(row), isOwn } : null;
  },
});

/** To the account whose password was changed. */
export const passwordChanged = defineMail({
  name: "password-changed",
  subjectType: "account",
  find: async (_sending, kept: Nothing) => kept,
});
