import type { ReactNode } from "react";

/** A small word in a frame: a language, "original", "draft". */
export function Tag({ children, lang }: { children: ReactNode; lang?: string }) {
  return (
    <span className="tag" lang={lang}>
      {children}
    </span>
  );
}
