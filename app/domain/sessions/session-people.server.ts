import { isInAudience } from "#app/domain/access/session.server.ts";
import type { Part } from "#app/domain/sessions/invited-people.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** Somebody in a session: invited, or an organiser of its group. */
export interface PersonInSession {
  accountId: string;
  name: string;
  part: Part | "organiser";
  /** Names of the institution of the present membership; null without one. */
  institution: Labels | null;
}

/** The people invited to sessions now, by session. Unsorted: the viewer's language decides the order. */
export async function findInvited(db: Db, sessionIds: readonly string[]): Promise<Map<string, PersonInSession[]>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("session_person")
    .innerJoin("session", "session.id", "session_person.session_id")
    .innerJoin("account", "account.id", "session_person.account_id")
    .leftJoin("membership", (join) =>
      join
        .onRef("membership.account_id", "=", "account.id")
        .onRef("membership.group_id", "=", "session.group_id")
        .on("membership.ended_at", "is", null),
    )
    .leftJoin("institution", "institution.id", "membership.institution_id")
    .select(["session.id as session_id", "account.id", "account.name", "session_person.part", "institution.names"])
    .where("session.id", "in", sessionIds)
    // Who has become somebody else since is still named where they were, and not where they are expected no longer.
    .where((eb) =>
      eb.or([
        isInAudience(eb),
        eb.and([eb("session_person.removed_at", "is", null), eb("membership.id", "is", null)]),
        eb.and([
          eb("session_person.removed_at", "is", null),
          eb("membership.standing_since", ">", eb.ref("session.starts_at")),
        ]),
      ]),
    )
    .orderBy("account.name")
    .orderBy("account.id")
    .execute();
  const people = new Map<string, PersonInSession[]>(sessionIds.map((id) => [id, []]));
  for (const { session_id, ...row } of rows) people.get(session_id)?.push(person(row));
  return people;
}

/** The organisers of a group, as they are in every session of it. */
export async function findOrganisers(db: Db, groupId: string): Promise<PersonInSession[]> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .leftJoin("institution", "institution.id", "membership.institution_id")
    .select(["account.id", "account.name", "institution.names"])
    .where("membership.group_id", "=", groupId)
    .where("membership.role", "=", "organiser")
    .where("membership.ended_at", "is", null)
    .orderBy("account.name")
    .orderBy("account.id")
    .execute();
  return rows.map((row) => person({ ...row, part: "organiser" }));
}

function person(row: { id: string; name: string; part: Part | "organiser"; names: string | null }): PersonInSession {
  const institution = row.names === null ? null : parseLabels(row.names);
  return { accountId: row.id, name: row.name, part: row.part, institution };
}
