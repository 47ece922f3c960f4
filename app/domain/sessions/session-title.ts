import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Text } from "#app/i18n/text.ts";

/** The beneficiary of a session as a query brings it: labels and mark, null for a plenary. */
export interface BeneficiaryOfSession {
  names: string | null;
  mark: string | null;
}

/** The name of a session's beneficiary with its mark; null for a plenary. */
export function beneficiaryOf(row: BeneficiaryOfSession, locale: string): string | null {
  return row.names === null ? null : `${label(parseLabels(row.names), locale)}${row.mark ?? ""}`;
}

/** What a session is called: after the delegation it is held with, or "Plenary session". */
export function sessionTitle(text: Text, beneficiary: string | null): string {
  return beneficiary === null ? text("sessions.plenary") : text("sessions.bilateralWith", { beneficiary });
}
