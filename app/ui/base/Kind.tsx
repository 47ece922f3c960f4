import type { ReactNode } from "react";
import { Icon } from "#app/ui/icons/Icon.tsx";

/** Kinds of record that have a sign and a colour of their own. */
export type KindCode = "practice" | "challenge" | "need" | "lesson" | "proposal" | "recommendation" | "reference";

/** Sign, word and colour of a kind; never one without the others. */
export function Kind({ kind, children }: { kind: KindCode; children: ReactNode }) {
  return (
    <span className={`kind kind-${kind}`}>
      <Icon name={kind} />
      {children}
    </span>
  );
}
