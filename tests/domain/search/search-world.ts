import { newId } from "#app/domain/identity.server.ts";
import { indexContribution } from "#app/domain/search/index/index-record.server.ts";
import { writeDocuments } from "#app/domain/search/index/write-documents.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";
import type { World } from "#tests/support/world.ts";

/** What a test says about a contribution; the rest is boring. */
export interface ContributionOf {
  id?: string;
  author?: keyof World["people"];
  group?: "first" | "other";
  kind?: "practice" | "challenge" | "need" | "lesson" | "proposal";
  status?: "draft" | "captured" | "complete" | "validated" | "withdrawn";
  sharing?: "bilateral" | "group" | "programme" | "public";
  attribution?: "person" | "institution" | "beneficiary" | "group";
  beneficiary?: "al" | "ba" | "xk" | "regional";
  institution?: "al" | "ba" | null;
  session?: string | null;
  round?: boolean;
  themes?: string[];
  evidenceStage?: number | null;
  cites?: string[];
  number?: string;
  submittedAt?: string;
  language?: string;
  title: string;
  summary?: string;
  body?: string;
  /** Further language versions. */
  versions?: { language: string; title: string; summary?: string; provenance?: "translated" | "machine" }[];
}

let counter = 0;

/** Inserts contributions directly, and indexes them. @returns their ids */
export async function addContributions(store: Store, world: World, all: readonly ContributionOf[]): Promise<string[]> {
  return writeTransaction(store, async (db) => {
    const ids: string[] = [];
    for (const one of all) ids.push(await addContribution(db, world, one));
    return ids;
  });
}

async function addContribution(db: Db, world: World, of: ContributionOf): Promise<string> {
  counter++;
  const id = of.id ?? newId();
  const beneficiary = of.beneficiary ?? "ba";
  const at = of.submittedAt ?? new Date(Date.UTC(2026, 0, 1) + counter * 60_000).toISOString();
  const institution = of.institution === undefined ? null : of.institution;
  const status = of.status ?? "complete";
  await db
    .insertInto("contribution")
    .values({
      id,
      group_id: of.group === "other" ? world.otherGroupId : world.groupId,
      number: of.number ?? `REL-2026-${counter.toString(36).toUpperCase().padStart(4, "0")}`,
      kind: of.kind ?? "practice",
      depth: "snapshot",
      status,
      author_id: world.people[of.author ?? "participantBa"],
      beneficiary,
      delegation_id: beneficiary === "regional" ? null : world.beneficiaries[beneficiary],
      institution_id: institution ? world.institutions[institution] : null,
      round_id: of.session || of.round ? world.roundId : null,
      session_id: of.session ?? null,
      attribution: of.attribution ?? "beneficiary",
      evidence_stage: of.evidenceStage ?? null,
      sharing: of.sharing ?? "group",
      created_at: at,
      submitted_at: status === "draft" ? null : at,
      updated_at: at,
    })
    .execute();
  const original = { language: of.language ?? "en", title: of.title, summary: of.summary, body: of.body };
  for (const [index, version] of [original, ...(of.versions ?? [])].entries()) {
    await db
      .insertInto("contribution_version")
      .values({
        id: newId(),
        contribution_id: id,
        language: version.language,
        script: version.language === "mk" || version.language === "sr-Cyrl" ? "Cyrl" : "Latn",
        provenance: index === 0 ? "original" : (("provenance" in version ? version.provenance : null) ?? "translated"),
        title: version.title,
        summary: version.summary ?? "",
        body: "body" in version ? (version.body ?? "") : "",
        body_html: "",
        updated_at: at,
      })
      .execute();
  }
  for (const code of of.themes ?? []) {
    const theme = await db.selectFrom("theme").select("id").where("code", "=", code).executeTakeFirstOrThrow();
    await db.insertInto("contribution_theme").values({ contribution_id: id, theme_id: theme.id }).execute();
  }
  for (const reference_id of of.cites ?? []) {
    await db.insertInto("contribution_reference").values({ contribution_id: id, reference_id }).execute();
  }
  await indexContribution(db, id);
  return id;
}

/** A bilateral session whose audience is given, with ba unless told otherwise. @returns its id */
export function addSession(
  store: Store,
  world: World,
  audience: readonly (keyof World["people"])[],
  beneficiary: "al" | "ba" | "xk" = "ba",
): Promise<string> {
  return writeTransaction(store, async (db) => {
    const id = newId();
    const pairing = newId();
    const at = "2026-01-01T00:00:00.000Z";
    await db
      .insertInto("pairing")
      .values({
        id: pairing,
        round_id: world.roundId,
        beneficiary_id: world.beneficiaries[beneficiary],
        minutes: 90,
        language: "bs",
        created_at: at,
      })
      .execute();
    await db
      .insertInto("session")
      .values({
        id,
        group_id: world.groupId,
        round_id: world.roundId,
        pairing_id: pairing,
        beneficiary_id: world.beneficiaries[beneficiary],
        starts_at: "2026-11-04T08:00:00.000Z",
        ends_at: "2026-11-04T09:30:00.000Z",
        zone: "Europe/Sarajevo",
        wall_date: "2026-11-04",
        wall_time: "09:00",
        language: "bs",
        created_by: world.people.organiser,
        created_at: at,
        updated_at: at,
      })
      .execute();
    for (const person of audience) {
      await db
        .insertInto("session_person")
        .values({ session_id: id, account_id: world.people[person], part: "delegate", invited_at: at })
        .execute();
    }
    return id;
  });
}

/** Takes documents out of the index whose records stay: all of one kind, or of one record. */
export async function dropDocuments(store: Store, recordType: "contribution" | "reference", recordId?: string) {
  const rows = await store.read
    .selectFrom("search_document")
    .select("record_id")
    .where("record_type", "=", recordType)
    .$if(recordId !== undefined, (query) => query.where("record_id", "=", recordId ?? ""))
    .execute();
  const gone = rows.map(({ record_id }) => ({ recordType, recordId: record_id }));
  await writeTransaction(store, (db) => writeDocuments(db, gone, []));
}
