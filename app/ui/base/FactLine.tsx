import type { ReactNode } from "react";
import { classNames } from "#app/ui/base/class-names.ts";
import { factsOf } from "#app/ui/base/facts.ts";

export interface FactLineProps {
  /** One fact each; a fact of several parts needs a `<span>` around it. Null, false and "" are left out. */
  children: ReactNode;
  /** A word before the facts, without a separator after it: "Also in:". */
  label?: ReactNode;
  className?: string;
}

/** Facts in a line, separated by hairlines that disappear where a line breaks. */
export function FactLine({ children, label, className }: FactLineProps) {
  const facts = factsOf(children);
  if (facts.length === 0) return null;
  return (
    <div className={classNames("fact-line", className)}>
      {label ? <span className="label">{label}</span> : null}
      {facts.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity and never change places
        <span key={at}>{fact}</span>
      ))}
    </div>
  );
}
