import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { SeveralOptions } from "#app/domain/timetable/find-several-form.server.ts";
import {
  awaitedConsultants,
  type SessionChoices,
  sessionChoices,
  type TemplateChoice,
  templateChoices,
} from "#app/views/sessions/session-form-view.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A delegation with the time that is proposed for it. */
export interface SeveralRow {
  id: string;
  name: NameWithMark;
  members: number;
}

/** The form that schedules one session with each delegation. */
export interface SeveralForm extends Pick<SessionChoices, "round" | "consultants" | "interpreters" | "awaited"> {
  templates: TemplateChoice[];
  /** How many have members; null where the round asks for no session with each. */
  delegations: number | null;
  rows: SeveralRow[];
  /** What it is filled in with. */
  stored: Record<string, string | string[]>;
}

/** Writes the form that schedules one session with each delegation. */
export function severalFormView(options: SeveralOptions, viewer: Viewer): SeveralForm {
  const { round, consultants, interpreters } = sessionChoices(options, viewer);
  const { delegations, rows } = options;
  return {
    ...{ round, consultants, interpreters, awaited: awaitedConsultants(options) },
    templates: templateChoices(options.templates, viewer),
    delegations,
    rows: rows.map((row) => ({ id: row.id, name: nameWithMark(row, viewer.locale), members: row.members })),
    stored: {
      ...{ minutes: "", templateId: "", language: viewer.locale, attribution: "beneficiary" },
      beneficiaryIds: rows.map(({ id }) => id),
      ...Object.fromEntries(
        rows.flatMap(({ id, date, time }) => [
          [`date.${id}`, date],
          [`time.${id}`, time],
        ]),
      ),
    },
  };
}
