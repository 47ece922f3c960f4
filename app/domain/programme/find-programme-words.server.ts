import { footnoteWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** What a programme puts under every page. Empty where nothing was entered. */
export interface ProgrammeWords {
  name: string;
  fundingStatement: string;
  disclaimer: string;
  /** Footnotes of beneficiaries whose name carries a mark, each behind it. */
  footnotes: string[];
}

/** The words of a programme, or of the first one for readers who belong to none. */
export async function findProgrammeWords(
  db: Db,
  programmeId: string | null,
  locale: string,
): Promise<ProgrammeWords | null> {
  let query = db.selectFrom("programme").selectAll().orderBy("created_at").limit(1);
  if (programmeId) query = query.where("id", "=", programmeId);
  const programme = await query.executeTakeFirst();
  if (!programme) return null;
  const marked = await db
    .selectFrom("beneficiary")
    .select(["mark", "footnote"])
    .where("programme_id", "=", programme.id)
    .where("mark", "is not", null)
    .orderBy("position")
    .execute();
  return {
    name: label(parseLabels(programme.names), locale),
    fundingStatement: label(parseLabels(programme.funding_statement), locale),
    disclaimer: label(parseLabels(programme.disclaimer), locale),
    footnotes: marked.map((row) => footnoteWithMark(row, locale)),
  };
}
