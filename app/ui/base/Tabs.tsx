import type { ReactNode } from "react";

export interface Tab {
  href: string;
  text: ReactNode;
  count?: ReactNode;
  current?: boolean;
}

/** Parts of a thing, each a page of its own: links, not a tab widget. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, text, count, current }) => (
        <a key={href} href={href} aria-current={current ? "page" : undefined}>
          {text}
          {count === undefined ? null : <span className="count"> {count}</span>}
        </a>
      ))}
    </nav>
  );
}
