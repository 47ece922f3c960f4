import type { FullFields } from "#app/domain/knowledge/contribution-input.ts";
import { chosenSections, sectionField } from "#app/domain/knowledge/templates.ts";
import { termFaults } from "#app/domain/vocabulary/require-terms.server.ts";
import type { Db } from "#db/store.ts";

/** A fault for every field of a contribution that names a term which its list does not have. */
export async function findTermFaults(
  db: Db,
  { phase, targetGroups, details = {} }: Partial<Pick<FullFields, "phase" | "targetGroups" | "details">>,
) {
  return termFaults(db, [
    { list: "phase", field: "phase", codes: phase ? [phase] : [] },
    { list: "targetGroup", field: "targetGroups", codes: targetGroups ?? [] },
    ...chosenSections.map((list) => ({ list, field: sectionField(list), codes: details[list] ? [details[list]] : [] })),
  ]);
}
