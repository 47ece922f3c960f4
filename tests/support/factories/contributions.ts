import { newId } from "#app/domain/identity.server.ts";
import type { Db } from "#db/store.ts";
import { type Given, inEnglish, THEN } from "#tests/support/factories/given.ts";

let drawn = 0;

/** A complete practice of a delegation, with a title in English if one is given; not indexed. @returns its id */
export async function aContribution(
  db: Db,
  given: Given<"contribution", "group_id" | "author_id" | "beneficiary"> & { title?: string },
): Promise<string> {
  const { title, ...said } = given;
  const created_at = said.created_at ?? THEN;
  const status = said.status ?? "complete";
  const row = {
    ...{
      id: newId(),
      number: `REL-${created_at.slice(0, 4)}-${(drawn++).toString(36).toUpperCase().padStart(4, "0")}`,
    },
    ...{ kind: "practice" as const, depth: "snapshot" as const, status, attribution: "beneficiary" as const },
    ...{ created_at, submitted_at: status === "draft" ? null : created_at, updated_at: created_at },
    ...said,
  };
  await db.insertInto("contribution").values(row).execute();
  if (title !== undefined) await aVersion(db, { contribution_id: row.id, title });
  return row.id;
}

/** A language version of a contribution: the original in English, with a title alone, unless told otherwise. */
export async function aVersion(
  db: Db,
  given: Given<"contribution_version", "contribution_id" | "title">,
): Promise<void> {
  const language = given.language ?? "en";
  await db
    .insertInto("contribution_version")
    .values({
      ...{ id: newId(), language, script: language === "mk" || language === "sr-Cyrl" ? "Cyrl" : "Latn" },
      ...{ provenance: "original", summary: "", body: "", body_html: "", updated_at: THEN },
      // Usually somebody else has read it.
      seconded_at: THEN,
      ...given,
    })
    .execute();
}

/** A request to share with the group what is bilateral. @returns its id */
export async function aSharingRequest(
  db: Db,
  given: Given<"sharing_request", "contribution_id" | "asked_by">,
): Promise<string> {
  const levels = { from_level: "bilateral", to_level: "group" } as const;
  const row = { id: newId(), ...levels, asked_at: THEN, ...given };
  await db.insertInto("sharing_request").values(row).execute();
  return row.id;
}

/** @returns its id, `theme-T01` */
export async function aTheme(db: Db, given: Given<"theme", "code">): Promise<string> {
  const row = { id: `theme-${given.code}`, labels: inEnglish(`Theme ${given.code}`), position: 1, ...given };
  await db.insertInto("theme").values(row).execute();
  return row.id;
}

/** A standard. @returns its id */
export async function aReference(db: Db, given: Given<"reference"> = {}): Promise<string> {
  const row = {
    ...{ id: "coe-rules", identifier: "Rec(2006)2", title: "Prison Rules", date: "2006" },
    ...{ summary: "", url: "", class: "x", verified: 1 as const, ...given },
  };
  await db.insertInto("reference").values(row).execute();
  return row.id;
}

/** A theme of a contribution. */
export async function aContributionTheme(db: Db, row: Given<"contribution_theme", "contribution_id" | "theme_id">) {
  await db.insertInto("contribution_theme").values(row).execute();
}

/** A target group of a contribution. */
export async function aTargetGroup(
  db: Db,
  row: Given<"contribution_target_group", "contribution_id" | "target_group">,
) {
  await db.insertInto("contribution_target_group").values(row).execute();
}

/** A reference that a contribution cites. */
export async function aCitation(db: Db, row: Given<"contribution_reference", "contribution_id" | "reference_id">) {
  await db.insertInto("contribution_reference").values(row).execute();
}

/** A link between two contributions, by their numbers. */
export async function aLink(
  db: Db,
  { from_number, to_number, relation }: { from_number: string; to_number: string; relation: "rests-on" | "addresses" },
): Promise<void> {
  const rows = await db.selectFrom("contribution").select(["id", "number"]).execute();
  const idOf = (number: string) => rows.find((row) => row.number === number)?.id ?? number;
  await db
    .insertInto("contribution_link")
    .values({ from_id: idOf(from_number), to_id: idOf(to_number), relation })
    .execute();
}
