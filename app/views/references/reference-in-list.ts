import type { ReferenceInList } from "#app/domain/references/find-references.server.ts";
import type { ShownLabel } from "#app/i18n/labels.ts";
import { referenceDate } from "#app/views/references/reference-date.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A reference in a list, with its date as the viewer reads it. */
export interface DatedReference extends Omit<ReferenceInList, "date"> {
  date: ShownLabel;
}

export interface ReferenceClass {
  class: string;
  references: DatedReference[];
}

/** Writes the references of one class. */
export function classView(
  found: { class: string; references: ReferenceInList[] },
  viewer: Pick<Viewer, "formats">,
): ReferenceClass {
  const references = found.references.map((one) => ({ ...one, date: referenceDate(one.date, viewer) }));
  return { class: found.class, references };
}
