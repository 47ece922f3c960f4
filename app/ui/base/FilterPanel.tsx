import type { ReactNode } from "react";
import { Icon } from "#app/ui/icons/Icon.tsx";

export interface FilterPanelProps {
  /** The anchor of "Change filters". */
  id?: string;
  /** Heading where there is room, label of the disclosure on phones. */
  title: ReactNode;
  /** Names the region. */
  label: string;
  open?: boolean;
  /** Usually a `<form method="get">` with `ChoiceGroup`s. */
  children: ReactNode;
}

/** Filters beside a list; on phones before it, behind a disclosure. */
export function FilterPanel({ id = "filters", title, label, open, children }: FilterPanelProps) {
  return (
    <aside className="facets" id={id} aria-label={label}>
      <details open={open}>
        <summary>
          <h2>{title}</h2>
          <Icon name="chevron" className="chevron" />
        </summary>
        {children}
      </details>
    </aside>
  );
}
