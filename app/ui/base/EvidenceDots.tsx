import type { ReactNode } from "react";

export type EvidenceStageNumber = 0 | 1 | 2 | 3 | 4 | 5;

/** Evidence stage as five dots and words ("Stage 2 of 5"). */
export function EvidenceDots({ stage, children }: { stage: EvidenceStageNumber; children: ReactNode }) {
  return (
    <span className="badge">
      <span className="pips" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((dot) => (
          <i key={dot} className={dot <= stage ? "on" : undefined} />
        ))}
      </span>
      <span>{children}</span>
    </span>
  );
}
