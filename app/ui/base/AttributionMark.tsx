import type { ReactNode } from "react";
import { Badge } from "#app/ui/base/Badge.tsx";
import type { IconName } from "#app/ui/icons/icon-names.ts";

export type AttributionCode = "person" | "institution" | "beneficiary" | "group";

const signs: Record<AttributionCode, IconName> = {
  person: "person",
  institution: "institution",
  beneficiary: "place",
  group: "people",
};

/** To whom a record is attributed: sign and words. */
export function AttributionMark({ by, children }: { by: AttributionCode; children: ReactNode }) {
  return <Badge icon={signs[by]}>{children}</Badge>;
}
