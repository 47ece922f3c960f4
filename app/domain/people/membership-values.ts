import type { Role } from "#app/domain/access/actor.ts";

/** What the form of a membership is filled in with, by field. */
export function membershipValues(stored: {
  role: Role;
  beneficiaryId: string | null;
  institutionId: string | null;
  speaks: boolean;
}): Record<string, string> {
  const { role, beneficiaryId, institutionId, speaks } = stored;
  return {
    role,
    beneficiaryId: beneficiaryId ?? "",
    institutionId: institutionId ?? "",
    speaks: speaks ? "on" : "",
  };
}
