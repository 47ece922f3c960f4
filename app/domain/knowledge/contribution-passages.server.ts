import { plainText } from "#app/domain/text/plain-text.ts";
import type { Db } from "#db/store.ts";

/** The text behind the summary as plain passages. */
export function passagesOf({ body, details }: { body: string; details: string }): string[] {
  const sections = Object.values(JSON.parse(details) as Record<string, unknown>);
  const texts = sections.filter((section): section is string => typeof section === "string" && section !== "");
  return [body, ...texts].map(plainText);
}

/** A reference that a contribution cites. */
export interface Citation {
  id: string;
  identifier: string;
  title: string;
  rule: string;
}

/** What contributions cite, with the rule, by contribution. */
export async function citationsOf(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom("contribution_reference")
    .innerJoin("reference", "reference.id", "contribution_reference.reference_id")
    .select(["contribution_id", "rule", "identifier", "reference.id", "reference.title"])
    .where("contribution_id", "in", ids)
    .orderBy("identifier")
    .orderBy("reference.id")
    .execute();
  const cited = new Map<string, Citation[]>();
  for (const { contribution_id, ...citation } of rows) {
    const known = cited.get(contribution_id);
    if (known) known.push(citation);
    else cited.set(contribution_id, [citation]);
  }
  return cited;
}
