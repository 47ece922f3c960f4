import type { ReactNode } from "react";

/** One narrow column with a heading: signing in, and what belongs to it. */
export function Gate({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="gate stack">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
