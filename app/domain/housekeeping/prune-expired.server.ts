import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from "kysely";
import { KEEP_ENDED_HOURS, runningBounds } from "#app/domain/people/sign-in-times.ts";
import { SECURITY_LOG_DAYS } from "#app/domain/security/security-events.ts";
import type { Schema } from "#db/schema/schema.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long what only serves the machinery is kept. */
const KEY_DAYS = 7;
/** Mails hold addresses, invitations names too: they go a month after they are of no more use. */
const MAIL_DAYS = 30;
const INVITATION_DAYS = 30;
/** As long as a draft that nobody writes on. */
const PENDING_EDIT_DAYS = 180;
/** How long a mail that was read is recognised, and one that is to be looked at shown. */
const REPLY_DAYS = 90;
/** Longer than any session is planned ahead; a link ends with its session anyway. */
const ANSWER_LINK_DAYS = 400;
/** A backup that is there stays noted: it is removed by these notes. */
const BACKUP_DAYS = 365;
/** How long it can be read who made a link for whose password, and why; the audit log knows longer, without reason. */
const HELP_DAYS = 365;
/** How long its owner can see that a token has ended. */
const ENDED_TOKEN_DAYS = 30;

type Table =
  | "answer_link"
  | "backup_run"
  | "security_event"
  | "sign_in"
  | "earlier_link"
  | "password_reset"
  | "api_token"
  | "idempotency_key"
  | "invitation"
  | "outbox"
  | "password_help"
  | "pending_edit"
  | "received_reply";
type Which<T extends Table> = (eb: ExpressionBuilder<Schema, T>) => ExpressionWrapper<Schema, T, SqlBool>;

/** Rows of a table that have served their purpose. */
interface Rule {
  isDue: (db: Db) => Promise<boolean>;
  remove: (db: Db) => Promise<number>;
}

/**
 * Removes what has served its purpose: sign-ins that ended a day ago, reset links and tokens that ended, idempotency
 * keys nobody will repeat, mails that were settled and invitations that ended or were accepted a month ago, what was
 * typed half a year ago and never sent, links that answered invitations of last year, notes of mails that were read
 * three months ago, why somebody made a link for another's password a year ago, notes of last year's backups that are
 * gone, what the security log told long ago. Writes nothing when there is nothing.
 * @returns how many rows went
 */
export async function pruneExpired(
  store: Store,
  now: Date = new Date(),
  { securityLogDays = SECURITY_LOG_DAYS }: { securityLogDays?: number } = {},
): Promise<number> {
  const rules = rulesAt(now, securityLogDays);
  const due = await Promise.all(rules.map(({ isDue }) => isDue(store.read)));
  if (!due.includes(true)) return 0;
  const remove = async (db: Db) => {
    let removed = 0;
    for (const rule of rules) removed += await rule.remove(db);
    return removed;
  };
  return writeTransaction(store, remove, { quiet: true });
}

function rulesAt(now: Date, securityLogDays: number): Rule[] {
  const at = now.toISOString();
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString();
  const ended = before(KEEP_ENDED_HOURS * HOUR);
  return [
    // What ends later than any may was made while the clock was ahead.
    rule("sign_in", (eb) =>
      eb.or([
        eb("expires_at", "<", ended),
        eb("absolute_until", "<", ended),
        eb("absolute_until", ">", runningBounds(now).until),
      ]),
    ),
    rule("password_reset", (eb) => eb.or([eb("expires_at", "<", at), eb("expires_at", ">", before(-DAY))])),
    rule("password_help", (eb) => eb("at", "<", before(HELP_DAYS * DAY))),
    rule("earlier_link", (eb) => eb("expires_at", "<", at)),
    rule("api_token", (eb) => eb("expires_at", "<", before(ENDED_TOKEN_DAYS * DAY))),
    rule("pending_edit", (eb) => eb("updated_at", "<", before(PENDING_EDIT_DAYS * DAY))),
    rule("idempotency_key", (eb) => eb("created_at", "<", before(KEY_DAYS * DAY))),
    rule("invitation", (eb) =>
      eb.or([
        eb("accepted_at", "<", before(INVITATION_DAYS * DAY)),
        eb.and([eb("accepted_at", "is", null), eb("expires_at", "<", before(INVITATION_DAYS * DAY))]),
      ]),
    ),
    rule("backup_run", (eb) =>
      eb.and([
        eb("at", "<", before(BACKUP_DAYS * DAY)),
        eb.or([eb("made_by", "=", "command"), eb("bytes", "is", null), eb("removed_at", "is not", null)]),
      ]),
    ),
    rule("answer_link", (eb) => eb("created_at", "<", before(ANSWER_LINK_DAYS * DAY))),
    rule("received_reply", (eb) => eb("at", "<", before(REPLY_DAYS * DAY))),
    rule("security_event", (eb) => eb("at", "<", before(securityLogDays * DAY))),
    rule("outbox", (eb) =>
      eb.and([eb("state", "not in", ["waiting", "sending"]), eb("created_at", "<", before(MAIL_DAYS * DAY))]),
    ),
  ];
}

function rule<T extends Table>(table: T, which: Which<T>): Rule {
  // Kysely cannot follow a table that is a parameter; `which` is checked against its columns.
  const where = which as unknown as Which<Table>;
  return {
    isDue: async (db) =>
      (await db
        .selectFrom(table as Table)
        .select((eb) => eb.lit(1).as("one"))
        .where(where)
        .limit(1)
        .executeTakeFirst()) !== undefined,
    remove: async (db) =>
      Number(
        (
          await db
            .deleteFrom(table as Table)
            .where(where)
            .executeTakeFirst()
        ).numDeletedRows,
      ),
  };
}
