import type { Actor } from "#app/domain/access/actor.ts";
import { isOpen } from "#app/domain/access/contribution-status.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { contributionSubject, findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { indexContribution } from "#app/domain/knowledge/index-contribution.server.ts";
import { keepRevision } from "#app/domain/knowledge/keep-revision.server.ts";
import { renderTexts } from "#app/domain/knowledge/render-texts.server.ts";
import { type SectionCode, sectionField } from "#app/domain/knowledge/templates.ts";
import { guardTexts } from "#app/domain/privacy/guard-fields.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import { type Store, writeTransaction } from "#db/store.ts";

export interface LanguageVersionInput {
  number: string;
  language: LanguageCode;
  title: string;
  summary: string;
  body: string;
  details?: Partial<Record<SectionCode, string>>;
  guardStated?: boolean;
}

/**
 * Adds a version of a record in another language, translated by a person, or replaces the one there is, which stays in
 * the history. The original stays the original.
 * @throws NotFound, Forbidden, Refused
 */
export async function addLanguageVersion(
  store: Store,
  actor: Actor,
  input: LanguageVersionInput,
  now: Date = new Date(),
): Promise<{ number: string; language: LanguageCode }> {
  return writeTransaction(store, async (db) => {
    const row = await findContributionRow(db, actor, input.number);
    authorise(actor, "contribution.edit", contributionSubject(actor, row));
    if (!isOpen(row.status)) throw new Refused({ key: "knowledge.notEditable" });
    const existing = await db
      .selectFrom("contribution_version")
      .select(["id", "provenance"])
      .where("contribution_id", "=", row.id)
      .where("language", "=", input.language)
      .executeTakeFirst();
    const { texts, faults } = renderTexts(row.kind, input.body, input.details ?? {});
    if (existing?.provenance === "original") {
      faults.push({ field: "language", message: { key: "knowledge.languageTaken" } });
    }
    for (const field of ["title", "summary"] as const) {
      if (input[field] === "") faults.push({ field, message: { key: "common.required" } });
    }
    const sections = Object.entries(texts.details).map(([code, text]) => [sectionField(code as SectionCode), text]);
    const { title, summary, body } = input;
    const guarded = { title, summary, body, ...Object.fromEntries(sections) };
    faults.push(...guardTexts(guarded, { stated: input.guardStated ?? false, now }).faults);
    if (faults.length > 0) throw new Refused(faults);

    if (existing) {
      const revision = await keepRevision(db, actor, row, "translated", now, input.language);
      await db.updateTable("contribution").set({ revision }).where("id", "=", row.id).execute();
      await db.deleteFrom("contribution_version").where("id", "=", existing.id).execute();
    }
    await db
      .insertInto("contribution_version")
      .values({
        id: newId(),
        contribution_id: row.id,
        language: input.language,
        script: languages[input.language].script,
        provenance: "translated",
        title,
        summary,
        body,
        body_html: texts.bodyHtml,
        details: JSON.stringify(texts.details),
        details_html: JSON.stringify(texts.detailsHtml),
        updated_at: now.toISOString(),
      })
      .execute();
    await recordEvent(db, actor, "contribution.translated", row, { language: input.language }, now);
    await indexContribution(db, row.id);
    return { number: row.number, language: input.language };
  });
}
