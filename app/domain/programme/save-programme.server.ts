import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { labelsFrom } from "#app/domain/forms/label-fields.ts";
import { refuseStale } from "#app/domain/forms/refuse-stale.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { findProgramme } from "#app/domain/programme/find-programme.server.ts";
import { programmeValues } from "#app/domain/programme/form-values.ts";
import type { ProgrammeInput } from "#app/domain/programme/group-input.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Creates the programme of the installation.
 * @throws NotFound for other than administrators; Refused when there is one
 */
export async function createProgramme(
  store: Store,
  actor: Actor,
  input: ProgrammeInput & { slug?: string },
  now = new Date(),
): Promise<{ programmeId: string }> {
  requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const existing = await db.selectFrom("programme").select("id").limit(1).executeTakeFirst();
    if (existing) throw new Refused({ key: "admin.programmeExists" });
    const id = newId();
    await db
      .insertInto("programme")
      .values({ id, slug: input.slug ?? "programme", ...columnsOf(input), created_at: now.toISOString() })
      .execute();
    await recordEvent(db, actor, "programme.created", { id }, {}, now);
    return { programmeId: id };
  });
}

/**
 * Changes the words of a programme: they stand under every page from the next request on.
 * @param input.base what the form was filled in with
 * @throws NotFound; Conflict when somebody else changed them since
 */
export async function editProgramme(
  store: Store,
  actor: Actor,
  input: ProgrammeInput & { programmeId: string; base?: string | null },
  now = new Date(),
): Promise<null> {
  requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const { programmeId } = input;
    const current = await findProgramme(db, actor);
    if (current?.id !== programmeId) throw new NotFound("programme");
    refuseStale(input.base, programmeValues(current), programmeId);
    await db.updateTable("programme").set(columnsOf(input)).where("id", "=", programmeId).execute();
    await recordEvent(db, actor, "programme.edited", { id: input.programmeId }, {}, now);
    return null;
  });
}

function columnsOf(input: ProgrammeInput) {
  return {
    names: JSON.stringify(labelsFrom(input, "name")),
    description: JSON.stringify(labelsFrom(input, "description")),
    funding_statement: JSON.stringify(labelsFrom(input, "fundingStatement")),
    disclaimer: JSON.stringify(labelsFrom(input, "disclaimer")),
  };
}
