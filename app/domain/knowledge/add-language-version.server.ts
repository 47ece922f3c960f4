import type { Actor } from "#app/domain/access/actor.ts";
import { isOpen } from "#app/domain/access/contribution-status.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Refused } from "#app/domain/errors.ts";
import { refuseStale } from "#app/domain/forms/refuse-stale.ts";
import { findTermFaults } from "#app/domain/knowledge/chosen-terms.server.ts";
import { contributionSubject, findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { versionValues } from "#app/domain/knowledge/form-values.ts";
import { renderText, shownByField, textsByField, type WrittenText } from "#app/domain/knowledge/render-text.server.ts";
import { writeTranslation } from "#app/domain/knowledge/write-contributions.server.ts";
import { guardTexts } from "#app/domain/privacy/guard-fields.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import { type Store, writeTransaction } from "#db/store.ts";

export interface LanguageVersionInput extends Omit<WrittenText, "details"> {
  number: string;
  language: LanguageCode;
  details?: WrittenText["details"];
  guardStated?: boolean;
  /** What the form was filled in with. */
  base?: string | null;
}

/**
 * Adds a version of a contribution in another language, translated by a person, or replaces the one there is, which
 * stays in the history. The original stays the original. Beyond the group it is read once somebody else has read it.
 * @throws NotFound, Forbidden, Refused; Conflict when somebody else wrote that version since
 */
export async function addLanguageVersion(
  store: Store,
  actor: Actor,
  input: LanguageVersionInput,
  now: Date = new Date(),
): Promise<{ number: string; language: LanguageCode }> {
  return writeTransaction(store, async (db) => {
    const { number, language, guardStated = false } = input;
    const row = await findContributionRow(db, actor, number);
    authorise(actor, "contribution.edit", contributionSubject(actor, row));
    if (!isOpen(row.status)) throw new Refused({ key: "knowledge.notEditable" });
    const existing = await db
      .selectFrom("contribution_version")
      .select(["provenance", "title", "summary", "body", "details"])
      .where("contribution_id", "=", row.id)
      .where("language", "=", language)
      .executeTakeFirst();
    const stored = existing && {
      ...existing,
      details: JSON.parse(existing.details) as NonNullable<LanguageVersionInput["details"]>,
    };
    if (stored) refuseStale(input.base, versionValues(language, stored), row.id);
    const { text, faults } = renderText(row.kind, { ...input, details: input.details ?? {} });
    faults.push(...(await findTermFaults(db, { details: input.details }, stored ?? null)));
    if (existing?.provenance === "original") {
      faults.push({ field: "language", message: { key: "knowledge.languageTaken" } });
    }
    for (const field of ["title", "summary"] as const) {
      if (input[field] === "") faults.push({ field, message: { key: "common.required" } });
    }
    const guard = guardTexts(textsByField(text), { stated: guardStated, shown: shownByField(text), now });
    faults.push(...guard.faults);
    if (faults.length > 0) throw new Refused(faults);

    const events = () => [["contribution.translated", row, { language }]] as const;
    const replaces = existing !== undefined;
    await writeTranslation(
      db,
      actor,
      { row, text: { ...text, language }, replaces, guardStated: guard.stated, events },
      now,
    );
    return { number, language };
  });
}
