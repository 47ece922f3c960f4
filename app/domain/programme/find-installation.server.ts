import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { NotFound } from "#app/domain/errors.ts";
import { beneficiaryFacts } from "#app/domain/programme/beneficiary-facts.server.ts";
import { parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** What there is in an installation. */
export type InstallationCounts = Awaited<ReturnType<typeof countInstallation>>;

/** What there is in the installation, for administrators: it shows how far its setting up has come. */
export async function countInstallation(db: Db, actor: Actor, now: Date) {
  requireAdministrator(actor);
  const count = async (
    table:
      | "programme"
      | "beneficiary"
      | "institution"
      | "working_group"
      | "account"
      | "outbox"
      | "security_event"
      | "loaded_library",
  ) => {
    const { n } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    return n;
  };
  const { n: organisers } = await db
    .selectFrom("membership")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("role", "=", "organiser")
    .where("ended_at", "is", null)
    .executeTakeFirstOrThrow();
  return {
    programmes: await count("programme"),
    beneficiaries: await count("beneficiary"),
    institutions: await count("institution"),
    groups: await count("working_group"),
    accounts: await count("account"),
    mails: await count("outbox"),
    securityEvents: await count("security_event"),
    libraries: await count("loaded_library"),
    organisers,
    ...(await findGroupsToOrganise(db, now)),
  };
}

/**
 * The first group that has no organiser and has invited none, and the first that only has an invitation open; null
 * where there is none such.
 */
async function findGroupsToOrganise(db: Db, now: Date) {
  const groups = await db.selectFrom("working_group").select("id").orderBy("position").orderBy("code").execute();
  const organised = await db
    .selectFrom("membership")
    .select("group_id")
    .where("role", "=", "organiser")
    .where("ended_at", "is", null)
    .execute();
  const invited = await db
    .selectFrom("invitation")
    .select("group_id")
    .where("role", "=", "organiser")
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", now.toISOString())
    .execute();
  const without = groups.filter(({ id }) => !organised.some(({ group_id }) => group_id === id));
  const isInvited = ({ id }: { id: string }) => invited.some(({ group_id }) => group_id === id);
  return {
    groupWithoutOrganiser: without.find((group) => !isInvited(group))?.id ?? null,
    groupAwaitingOrganiser: without.find(isInvited)?.id ?? null,
  };
}

/** Beneficiaries with everything that can be edited, in their order. */
export async function findBeneficiariesForEdit(db: Db, actor: Actor) {
  requireAdministrator(actor);
  const rows = await db.selectFrom("beneficiary").selectAll().orderBy("position").orderBy("code").execute();
  return rows.map(beneficiaryFacts);
}

/** Institutions with everything that can be edited. Unsorted: the viewer's language decides the order. */
export async function findInstitutionsForEdit(db: Db, actor: Actor) {
  requireAdministrator(actor);
  const rows = await db.selectFrom("institution").selectAll().orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    names: parseLabels(row.names),
    type: row.type,
    beneficiaryId: row.beneficiary_id,
    retiredAt: row.retired_at,
  }));
}

/** Working groups in their order, with how many members and organisers each has. */
export async function findGroupsForEdit(db: Db, actor: Actor) {
  requireAdministrator(actor);
  const rows = await db.selectFrom("working_group").selectAll().orderBy("position").orderBy("code").execute();
  const members = await db
    .selectFrom("membership")
    .select(["group_id", "role", "account_id"])
    .where("ended_at", "is", null)
    .execute();
  return rows.map((row) => {
    const own = members.filter((member) => member.group_id === row.id);
    return {
      id: row.id,
      slug: row.slug,
      code: row.code,
      names: parseLabels(row.names),
      position: row.position,
      programmeId: row.programme_id,
      members: own.length,
      organisers: own.filter(({ role }) => role === "organiser").length,
      joined: own.some((member) => member.account_id === actor.accountId),
    };
  });
}

/** The one of this id among those found. @param what it is @throws NotFound */
export function withId<T extends { id: string }>(found: readonly T[], id: string, what: string): T {
  const one = found.find((candidate) => candidate.id === id);
  if (!one) throw new NotFound(what);
  return one;
}
