import type { ReactNode } from "react";
import { Badge } from "#app/ui/base/Badge.tsx";

export type StatusCode = "not-started" | "under-way" | "in-place" | "not-applicable" | "gap";

/** Status of a recommendation for a beneficiary: an empty, half or full circle, a dash, or a gap; and the words. */
export function StatusMark({ status, children }: { status: StatusCode; children: ReactNode }) {
  return (
    <Badge icon={status} tone={status === "gap" ? "bad" : undefined}>
      {children}
    </Badge>
  );
}
