import { type Designation, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { Labels } from "#app/i18n/labels.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What a session is called: after the delegation it is held with, or "Plenary session". */
export function sessionTitle(
  session: { beneficiary: Designation<Labels> | null },
  { text, locale }: Pick<Viewer, "text" | "locale">,
): string {
  if (!session.beneficiary) return text("sessions.plenary");
  return text("sessions.bilateralWith", { beneficiary: nameWithMark(session.beneficiary, locale) });
}
