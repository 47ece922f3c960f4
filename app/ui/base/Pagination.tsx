import type { ReactNode } from "react";
import { Icon } from "#app/ui/icons/Icon.tsx";

export interface PaginationProps {
  label: string;
  /** "1–20 of 112" */
  where: ReactNode;
  /** Without an address there is nothing in that direction. */
  previous: { text: ReactNode; href?: string };
  next: { text: ReactNode; href?: string };
}

/** Back and forth through a long list. */
export function Pagination({ label, where, previous, next }: PaginationProps) {
  return (
    <nav className="pages" aria-label={label}>
      {previous.href ? (
        <a href={previous.href} rel="prev">
          <Icon name="left" />
          {previous.text}
        </a>
      ) : (
        <span className="soft">
          <Icon name="left" />
          {previous.text}
        </span>
      )}
      <span className="where">{where}</span>
      {next.href ? (
        <a href={next.href} rel="next">
          {next.text}
          <Icon name="right" />
        </a>
      ) : (
        <span className="soft">
          {next.text}
          <Icon name="right" />
        </span>
      )}
    </nav>
  );
}
