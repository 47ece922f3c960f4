import type { FullFields } from "#app/domain/knowledge/contribution-input.ts";
import { chosenSections, sectionField } from "#app/domain/knowledge/templates.ts";
import { termFaults } from "#app/domain/vocabulary/require-terms.server.ts";
import type { Db } from "#db/store.ts";

type Chosen = Partial<Pick<FullFields, "phase" | "targetGroups" | "details">>;

/**
 * A fault for every field of a contribution that names a term which its list does not have.
 * @param stored what it said before: terms that were retired since may stay
 */
export async function findTermFaults(db: Db, chosen: Chosen, stored: Chosen | null) {
  const terms = termsIn(chosen);
  const kept = stored ? termsIn(stored) : [];
  return termFaults(
    db,
    terms.map((field, at) => ({ ...field, kept: kept[at]?.codes })),
  );
}

function termsIn({ phase, targetGroups, details = {} }: Chosen) {
  return [
    { list: "phase" as const, field: "phase", codes: phase ? [phase] : [] },
    { list: "targetGroup" as const, field: "targetGroups", codes: targetGroups ?? [] },
    ...chosenSections.map((list) => ({ list, field: sectionField(list), codes: details[list] ? [details[list]] : [] })),
  ];
}
