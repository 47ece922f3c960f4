import type { ReactNode } from "react";
import { useId } from "react";

export interface ProgressBarProps {
  label: ReactNode;
  value?: number;
  max: number;
}

/** A long action: what it is doing, and how far it is. Without a value it is not known how far. */
export function ProgressBar({ label, value, max }: ProgressBarProps) {
  const id = useId();
  return (
    <div className="bar-progress">
      <span id={id}>{label}</span>
      <progress value={value} max={max} aria-labelledby={id} />
    </div>
  );
}
