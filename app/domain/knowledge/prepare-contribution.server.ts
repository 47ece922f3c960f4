import type { Actor } from "#app/domain/access/actor.ts";
import type { ContributionInput } from "#app/domain/knowledge/contribution-input.ts";
import { type Cited, findCited } from "#app/domain/knowledge/find-cited.server.ts";
import { type RenderedTexts, renderTexts } from "#app/domain/knowledge/render-texts.server.ts";
import type { StoredContribution } from "#app/domain/knowledge/stored-contribution.server.ts";
import { type SectionCode, sectionField } from "#app/domain/knowledge/templates.ts";
import { guardTexts } from "#app/domain/privacy/guard-fields.ts";
import type { Message } from "#app/i18n/message.ts";
import type { Db } from "#db/store.ts";

/** The texts and facts of a record, checked and ready to be written. */
export interface Prepared {
  title: string;
  summary: string;
  body: string;
  texts: RenderedTexts;
  facts: {
    phase: string | null;
    evidence_stage: number | null;
    transferability: string | null;
    review_by: string | null;
  };
  themes: readonly string[];
  targetGroups: readonly string[];
  /** Null: a snapshot that says nothing of these; what is stored stays. */
  cited: Cited | null;
  /** The statement to the guard was needed and given. */
  stated: boolean;
}

/** Checks and renders what was written, over what is stored. Faults are collected, so that all are told at once. */
export async function prepareContribution(
  db: Db,
  actor: Actor,
  input: ContributionInput,
  stored: StoredContribution | null,
  options: { draft: boolean; now: Date },
): Promise<{ prepared: Prepared; faults: { field: string | null; message: Message }[] }> {
  const { full } = input;
  const body = full?.body ?? stored?.body ?? "";
  const details = full?.details ?? stored?.details ?? {};
  const { texts, faults: unrendered } = renderTexts(input.kind, body, details);
  const guard = guardTexts(textsByField(input.title, input.summary, body, texts.details, full?.references ?? []), {
    stated: input.guardStated ?? false,
    draft: options.draft,
    // What a submitted record says was looked at when it was submitted.
    known:
      stored && stored.status !== "draft"
        ? textsByField(stored.title, stored.summary, stored.body, stored.details, stored.references)
        : {},
    now: options.now,
  });
  const found = full ? await findCited(db, actor, { id: stored?.id ?? null }, full) : null;
  return {
    prepared: {
      title: input.title,
      summary: input.summary,
      body,
      texts,
      facts: full
        ? {
            phase: full.phase,
            evidence_stage: full.evidenceStage,
            transferability: full.transferability,
            review_by: full.reviewBy,
          }
        : {
            phase: stored?.phase ?? null,
            evidence_stage: stored?.evidenceStage ?? null,
            transferability: stored?.transferability ?? null,
            review_by: stored?.reviewBy ?? null,
          },
      themes: full?.themes ?? stored?.themes ?? [],
      targetGroups: full?.targetGroups ?? stored?.targetGroups ?? [],
      cited: found?.cited ?? null,
      stated: guard.stated,
    },
    faults: [...unrendered, ...guard.faults, ...(found?.faults ?? [])],
  };
}

function textsByField(
  title: string,
  summary: string,
  body: string,
  details: Partial<Record<SectionCode, string>>,
  references: readonly { rule: string }[],
): Record<string, string> {
  const sections = Object.entries(details).map(([code, text]) => [sectionField(code as SectionCode), text] as const);
  const rules = references.map(({ rule }) => rule).join("\n");
  return { title, summary, body, ...Object.fromEntries(sections), referenceId: rules };
}
