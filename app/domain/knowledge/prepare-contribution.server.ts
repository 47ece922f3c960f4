import type { Actor } from "#app/domain/access/actor.ts";
import type { Fault } from "#app/domain/errors.ts";
import { findTermFaults } from "#app/domain/knowledge/chosen-terms.server.ts";
import type { ContributionInput } from "#app/domain/knowledge/contribution-input.ts";
import { findPointers } from "#app/domain/knowledge/find-pointers.server.ts";
import {
  type RenderedText,
  renderText,
  shownByField,
  textsByField,
  type WrittenText,
} from "#app/domain/knowledge/render-text.server.ts";
import type { StoredContribution } from "#app/domain/knowledge/stored-contribution.server.ts";
import type { Text } from "#app/domain/knowledge/write-contributions.server.ts";
import type { Pointers } from "#app/domain/knowledge/write-pointers.server.ts";
import { guardTexts } from "#app/domain/privacy/guard-fields.ts";
import type { ContributionTable } from "#db/schema/contribution.ts";
import type { Db } from "#db/store.ts";

/** What a contribution will say, checked and rendered: ready to be written. */
export interface Prepared {
  text: Text & RenderedText;
  classification: Pick<ContributionTable, "phase" | "evidence_stage" | "transferability" | "review_by"> & {
    /** Set where the guard warned and the author stated that it is not about a prisoner. */
    guard_stated?: 1;
  };
  /** Codes. */
  themes: readonly string[];
  /** Whether the installation has any. */
  asksThemes: boolean;
  /** Nothing where a snapshot says nothing of these: what is stored stays. */
  pointers: Pointers;
}

/** Checks and renders what was written, over what is stored. Faults are collected, so that all are told at once. */
export async function prepareContribution(
  db: Db,
  actor: Actor,
  input: ContributionInput,
  stored: StoredContribution | null,
  options: { draft: boolean; now: Date },
): Promise<{ prepared: Prepared; faults: Fault[] }> {
  const { full, title, summary } = input;
  const body = full?.body ?? stored?.body ?? "";
  const details = full?.details ?? stored?.details ?? {};
  const { text, faults } = renderText(input.kind, { title, summary, body, details });
  const guard = guardTexts(guarded(text, full?.references ?? []), {
    stated: input.guardStated ?? false,
    draft: options.draft,
    shown: shownByField(text),
    // What a submitted contribution says was looked at when it was submitted.
    known: stored && stored.status !== "draft" ? guarded(stored, stored.references) : {},
    now: options.now,
  });
  const unknown = full ? await findTermFaults(db, full, stored) : [];
  const found = full ? await findPointers(db, actor, stored?.id ?? null, full) : null;
  const classified = full ?? stored;
  return {
    prepared: {
      text: { ...text, language: input.language },
      classification: {
        phase: classified?.phase ?? null,
        evidence_stage: classified?.evidenceStage ?? null,
        transferability: classified?.transferability ?? null,
        review_by: classified?.reviewBy ?? null,
        ...(guard.stated ? { guard_stated: 1 } : {}),
      },
      themes: classified?.themes ?? [],
      pointers: found?.pointers ?? {},
      asksThemes: (await db.selectFrom("theme").select("id").limit(1).executeTakeFirst()) !== undefined,
    },
    faults: [...faults, ...guard.faults, ...unknown, ...(found?.faults ?? [])],
  };
}

function guarded(text: WrittenText, references: readonly { rule: string }[]): Record<string, string> {
  return { ...textsByField(text), referenceId: references.map(({ rule }) => rule).join("\n") };
}
