import type { ReactNode } from "react";

export interface Breadcrumb {
  text: ReactNode;
  href?: string;
  lang?: string;
}

/** The way here; the last one is this page and no link. */
export function Breadcrumbs({ label, items }: { label: string; items: readonly Breadcrumb[] }) {
  const last = items.length - 1;
  return (
    <nav className="breadcrumbs" aria-label={label}>
      <ol>
        {items.map((item, at) => (
          <li key={item.href ?? `at-${at}`} lang={item.lang} aria-current={at === last ? "page" : undefined}>
            {item.href && at !== last ? <a href={item.href}>{item.text}</a> : item.text}
          </li>
        ))}
      </ol>
    </nav>
  );
}
