import type { ReactNode } from "react";
import { classNames } from "#app/ui/base/class-names.ts";

export interface SectionProps {
  /** The anchor; the heading gets `<id>-h`. */
  id: string;
  title: ReactNode;
  /** A short line under the title: a count, a condition. */
  note?: ReactNode;
  children: ReactNode;
  level?: 2 | 3;
  className?: string;
}

/**
 * The side head: a short label in the margin, its matter beside it, one hairline above. The basic sentence of a page.
 */
export function Section({ id, title, note, children, level = 2, className }: SectionProps) {
  const Heading = `h${level}` as const;
  return (
    <section className={classNames("section", className)} id={id} aria-labelledby={`${id}-h`}>
      <header>
        <Heading id={`${id}-h`}>{title}</Heading>
        {note ? <p>{note}</p> : null}
      </header>
      <div>{children}</div>
    </section>
  );
}
