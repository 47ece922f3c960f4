import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { isInAudience } from "#app/domain/access/session.server.ts";
import { findOrganisers } from "#app/domain/sessions/session-people.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** Sessions to come of one group in which somebody is expected. */
export interface SessionsToCome {
  group: Labels;
  count: number;
  /** The first of them: its day on the clock of its round. */
  first: string;
  /** Names of the organisers of the group, but for that person. */
  organisers: string[];
}

/**
 * How many sessions to come somebody is expected in, by group: who shuts an account can say to the organisers that
 * somebody else is needed. No more of a session than that: an administrator sees none by virtue of that.
 * @throws NotFound for other than administrators
 */
export async function findSessionsToCome(
  db: Db,
  actor: Actor,
  accountId: string,
  now: Date,
): Promise<SessionsToCome[]> {
  requireAdministrator(actor);
  const rows = await db
    .selectFrom("session_person")
    .innerJoin("session", "session.id", "session_person.session_id")
    .innerJoin("working_group", "working_group.id", "session.group_id")
    .select(({ fn }) => [
      "session.group_id",
      "working_group.names",
      fn.countAll<number | string>().as("count"),
      fn.min("session.wall_date").as("first"),
    ])
    .where("session_person.account_id", "=", accountId)
    .where((eb) => isInAudience(eb))
    .where("session.status", "=", "scheduled")
    .where("session.starts_at", ">", now.toISOString())
    .groupBy(["session.group_id", "working_group.names"])
    .orderBy("first")
    .orderBy("session.group_id")
    .execute();
  const found: SessionsToCome[] = [];
  for (const { group_id, names, count, first } of rows) {
    const organisers = (await findOrganisers(db, group_id)).filter((one) => one.accountId !== accountId);
    const group = parseLabels(names);
    found.push({ group, count: Number(count), first, organisers: organisers.map(({ name }) => name) });
  }
  return found;
}
