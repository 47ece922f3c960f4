import type { NameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { Text } from "#app/i18n/text.ts";

/** What a session is called: after the delegation it is held with, or "Plenary session". */
export function sessionTitle(text: Text, beneficiary: NameWithMark | null): string {
  return beneficiary === null ? text("sessions.plenary") : text("sessions.bilateralWith", { beneficiary });
}
