import type { ReactNode } from "react";
import { classNames } from "#app/ui/base/class-names.ts";
import { VisuallyHidden } from "#app/ui/base/VisuallyHidden.tsx";

export interface Step {
  text: ReactNode;
  note?: ReactNode;
  href?: string;
  state: "done" | "current" | "ahead";
}

export interface StepsProps {
  label: string;
  steps: readonly Step[];
  /** One below the other. */
  down?: boolean;
  /** Notes are sentences, each under its step, rather than a word at the end of its line. */
  explained?: boolean;
  /** Said after steps behind the viewer, whose line is only seen: "done". */
  doneWord?: string;
}

/** Progress through a known number of steps: an import, a long record in sections. */
export function Steps({ label, steps, down, explained, doneWord }: StepsProps) {
  return (
    <ol className={classNames("steps", down && "steps--down", explained && "steps--explained")} aria-label={label}>
      {steps.map(({ text, note, href, state }, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is told by its position
          key={at}
          className={state === "current" ? undefined : state}
          aria-current={state === "current" ? "step" : undefined}
        >
          <span>
            {href ? <a href={href}>{text}</a> : text}
            {state === "done" && doneWord ? <VisuallyHidden> ({doneWord})</VisuallyHidden> : null}
          </span>
          {note ? <small>{note}</small> : null}
        </li>
      ))}
    </ol>
  );
}

/** The review of a record as a vertical line: captured, complete, checked, validated. */
export function ReviewSteps(props: Omit<StepsProps, "down">) {
  return <Steps down {...props} />;
}
