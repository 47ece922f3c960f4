import type { ReactNode } from "react";
import { Badge } from "#app/ui/base/Badge.tsx";

export type SharingLevelCode = "bilateral" | "group" | "programme" | "public";

/** How far a record is heard: one to four rising bars, and the words. */
export function SharingBars({ level, children }: { level: SharingLevelCode; children: ReactNode }) {
  return <Badge icon={`level-${level}`}>{children}</Badge>;
}
