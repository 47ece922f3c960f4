import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { UncoveredDelegation } from "#app/domain/timetable/find-uncovered.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A delegation for which a round has nothing yet. */
export interface Uncovered {
  code: string;
  name: NameWithMark;
  members: number;
}

/** Names delegations for which a round has nothing yet. */
export function uncoveredView(delegations: readonly UncoveredDelegation[], { locale }: Viewer): Uncovered[] {
  return delegations.map((one) => ({ code: one.code, name: nameWithMark(one, locale), members: one.members }));
}
