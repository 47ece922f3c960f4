import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { type Fault, Refused } from "#app/domain/errors.ts";
import { labelsFrom } from "#app/domain/forms/label-fields.ts";
import { refuseStale } from "#app/domain/forms/refuse-stale.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { findGroupsForEdit, withId } from "#app/domain/programme/find-installation.server.ts";
import { requireProgramme } from "#app/domain/programme/find-programme.server.ts";
import { groupValues } from "#app/domain/programme/form-values.ts";
import type { GroupInput } from "#app/domain/programme/group-input.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Creates a working group in a programme.
 * @throws NotFound for other than administrators; Refused for a short name or code in use
 */
export async function createGroup(
  store: Store,
  actor: Actor,
  input: GroupInput & { programmeId: string },
  now = new Date(),
): Promise<{ groupId: string }> {
  requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const programmeId = await requireProgramme(db, input.programmeId);
    await refuseTaken(db, input, null);
    const id = newId();
    const position = input.position ?? (await countGroups(db, programmeId));
    await db
      .insertInto("working_group")
      .values({ id, programme_id: programmeId, ...columnsOf(input), position, created_at: now.toISOString() })
      .execute();
    await recordEvent(db, actor, "group.created", { id }, { code: input.code }, now);
    return { groupId: id };
  });
}

/**
 * Changes a working group. Numbers of records that exist keep the code they were drawn with.
 * @throws NotFound; Conflict when somebody else changed it since the form was filled in with `base`
 */
export async function editGroup(
  store: Store,
  actor: Actor,
  input: GroupInput & { groupId: string; base?: string | null },
  now = new Date(),
): Promise<null> {
  requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const { groupId } = input;
    const current = withId(await findGroupsForEdit(db, actor), groupId, "group");
    refuseStale(input.base, groupValues(current), groupId);
    await refuseTaken(db, input, groupId);
    const position = input.position ?? current.position;
    await db
      .updateTable("working_group")
      .set({ ...columnsOf(input), position })
      .where("id", "=", groupId)
      .execute();
    await recordEvent(db, actor, "group.edited", { id: groupId }, {}, now);
    return null;
  });
}

async function refuseTaken(db: Db, input: GroupInput, ownId: string | null): Promise<void> {
  const rows = await db.selectFrom("working_group").select(["id", "slug", "code"]).execute();
  const others = rows.filter(({ id }) => id !== ownId);
  const faults: Fault[] = [];
  if (others.some(({ code }) => code === input.code))
    faults.push({ field: "code", message: { key: "admin.codeTaken" } });
  if (others.some(({ slug }) => slug === input.slug))
    faults.push({ field: "slug", message: { key: "admin.slugTaken" } });
  if (faults.length > 0) throw new Refused(faults);
}

function columnsOf(input: GroupInput) {
  return { slug: input.slug, code: input.code, names: JSON.stringify(labelsFrom(input, "name")) };
}

async function countGroups(db: Db, programmeId: string): Promise<number> {
  const { n } = await db
    .selectFrom("working_group")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("programme_id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return n;
}
