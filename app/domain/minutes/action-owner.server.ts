import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Refused } from "#app/domain/errors.ts";
import type { Designation } from "#app/domain/programme/beneficiary-name.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { findInvited, findOrganisers, type PersonInSession } from "#app/domain/sessions/session-people.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** Who may own what a session agrees on. */
export interface OwnerChoices {
  people: PersonInSession[];
  delegations: (Designation<Labels> & { id: string })[];
}

/** The people of a session, and its delegation: with everybody together, any delegation of the group. */
export async function findOwnerChoices(db: Db, session: SessionFacts): Promise<OwnerChoices> {
  const invited = (await findInvited(db, [session.id])).get(session.id) ?? [];
  const known = new Set(invited.map(({ accountId }) => accountId));
  const organisers = (await findOrganisers(db, session.groupId)).filter(({ accountId }) => !known.has(accountId));
  const current = await currentMembers(db, session.groupId);
  const people = [...invited, ...organisers].filter(({ accountId }) => current.has(accountId));
  return { people, delegations: session.beneficiary ? [session.beneficiary] : await delegationsOf(db, session) };
}

/** The value that a form has for an owner. */
export function ownerValue({ owner_id, delegation_id }: OwnerColumns): string {
  return owner_id ? `person:${owner_id}` : `delegation:${delegation_id}`;
}

interface OwnerColumns {
  owner_id: string | null;
  delegation_id: string | null;
}

/**
 * The owner that a form names.
 * @param internal whether it was agreed where the delegation was not: those alone may own it who see that item
 * @throws Refused for anybody who may not
 */
export async function ownerColumns(
  db: Db,
  session: SessionFacts,
  owner: string,
  internal: boolean,
): Promise<OwnerColumns> {
  const { people, delegations } = await findOwnerChoices(db, session);
  const [kind, id] = owner.split(":");
  const person = people.find(({ accountId }) => accountId === id);
  const seesInternal = person?.part === "organiser" || person?.part === "consultant";
  if (kind === "person" && person && (!internal || seesInternal))
    return { owner_id: person.accountId, delegation_id: null };
  const delegation = delegations.find((one) => one.id === id);
  if (kind === "delegation" && delegation && !internal) return { owner_id: null, delegation_id: delegation.id };
  throw new Refused([{ field: "owner", message: { key: internal ? "minutes.ownerSeesNot" : "minutes.badOwner" } }]);
}

async function currentMembers(db: Db, groupId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("membership")
    .select("account_id")
    .where("group_id", "=", groupId)
    .where("ended_at", "is", null)
    .execute();
  return new Set(rows.map(({ account_id }) => account_id));
}

/**
 * The delegations of a group of the actor.
 * @throws Forbidden
 */
export async function findGroupDelegations(
  db: Db,
  actor: Actor,
  groupId: string,
): Promise<OwnerChoices["delegations"]> {
  authorise(actor, "group.view", { groupId });
  return delegationsOf(db, { groupId });
}

async function delegationsOf(db: Db, { groupId }: Pick<SessionFacts, "groupId">): Promise<OwnerChoices["delegations"]> {
  const rows = await db
    .selectFrom("beneficiary")
    .select(["id", "names", "mark"])
    .where("id", "in", (eb) =>
      eb
        .selectFrom("membership")
        .select("membership.beneficiary_id")
        .where("membership.group_id", "=", groupId)
        .where("membership.ended_at", "is", null)
        .where("membership.beneficiary_id", "is not", null)
        .$castTo<{ beneficiary_id: string }>(),
    )
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(({ id, names, mark }) => ({ id, names: parseLabels(names), mark }));
}
