import type { ReactNode } from "react";

/**
 * A temporary password or a code that is shown once: large, unmistakable letters, never translated, one click selects
 * it.
 */
export function Secret({ label, value }: { label: ReactNode; value: string }) {
  return (
    <p className="secret">
      <span>{label}</span>
      <code translate="no">{value}</code>
    </p>
  );
}
