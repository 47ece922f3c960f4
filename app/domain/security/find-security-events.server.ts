import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { eventsOfOwner, type SecurityEventKind } from "#app/domain/security/security-events.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** An event of the log as stored. */
export interface SecurityEventFacts {
  id: string;
  at: Instant;
  kind: string;
  network: string;
  browser: string;
}

/** The same with whose it was and where, for administrators. */
export interface WholeSecurityEventFacts extends SecurityEventFacts {
  accountId: string | null;
  /** Null where there is no such account (any more). */
  name: string | null;
  /** Who did it, where that was somebody else; `place` is their account then. */
  by: string | null;
  place: string;
  signIn: string;
}

/** What is looked for: of one account, of one kind, before the end of a day. */
export interface SecurityQuestion {
  accountId: string | null;
  kind: SecurityEventKind | null;
  /** The first and the last instant, the last not included. */
  from: Instant | null;
  until: Instant | null;
  /** Counted from 1. */
  page: number;
}

export const SECURITY_EVENTS_PER_PAGE = 50;
const OWN_EVENTS = 20;

/** What the log tells, newest first, for administrators. */
export async function findSecurityEvents(
  db: Db,
  actor: Actor,
  { page, ...question }: SecurityQuestion,
): Promise<{ total: number; pages: number; events: WholeSecurityEventFacts[] }> {
  requireAdministrator(actor);
  const asked = askedFor(db, question);
  const { n } = await asked.select(({ fn }) => fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  const rows = await asked
    .leftJoin("account", "account.id", "security_event.account_id")
    .leftJoin("account as doer", "doer.id", "security_event.place")
    .selectAll("security_event")
    .select(["account.name", "doer.name as doer_name"])
    .orderBy("security_event.at", "desc")
    .orderBy("security_event.id")
    .limit(SECURITY_EVENTS_PER_PAGE)
    .offset((page - 1) * SECURITY_EVENTS_PER_PAGE)
    .execute();
  const events = rows.map(({ account_id, sign_in, doer_name, ...row }) => ({
    ...{ ...row, accountId: account_id, signIn: sign_in, by: doer_name },
  }));
  return { total: n, pages: Math.max(1, Math.ceil(n / SECURITY_EVENTS_PER_PAGE)), events };
}

/** What happened lately with an account and its password, for its owner, newest first. */
export async function findOwnSecurityEvents(db: Db, accountId: string): Promise<SecurityEventFacts[]> {
  return db
    .selectFrom("security_event")
    .select(["id", "at", "kind", "network", "browser"])
    .where("account_id", "=", accountId)
    .where("kind", "in", eventsOfOwner)
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(OWN_EVENTS)
    .execute();
}

function askedFor(db: Db, { accountId, kind, from, until }: Omit<SecurityQuestion, "page">) {
  let query = db.selectFrom("security_event");
  if (accountId) query = query.where((eb) => eb.or([eb("account_id", "=", accountId), eb("place", "=", accountId)]));
  if (kind) query = query.where("security_event.kind", "=", kind);
  if (from) query = query.where("security_event.at", ">=", from);
  if (until) query = query.where("security_event.at", "<", until);
  return query;
}
