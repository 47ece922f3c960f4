import type { ReactNode } from "react";
import type { ProceedingKind } from "#app/domain/codes.ts";
import { Icon } from "#app/ui/icons/Icon.tsx";
import type { IconName } from "#app/ui/icons/icon-names.ts";

/** Kinds of record that have a sign and a colour of their own. */
export type KindCode =
  | ("practice" | "challenge" | "need" | "lesson" | "proposal" | "recommendation" | "reference")
  | ProceedingKind;

/** Signs of what belongs to a session; the others have the name of their kind. */
const signs = {
  "agenda-item": "calendar",
  minutes: "pencil",
  decision: "check",
  "action-point": "under-way",
} as const satisfies Record<ProceedingKind, IconName>;

/** Sign, word and colour of a kind; never one without the others. */
export function Kind({ kind, children }: { kind: KindCode; children: ReactNode }) {
  return (
    <span className={`kind kind-${kind}`}>
      <Icon name={kind in signs ? signs[kind as ProceedingKind] : (kind as Exclude<KindCode, ProceedingKind>)} />
      {children}
    </span>
  );
}
