import type { ReactNode } from "react";
import { classNames } from "#app/ui/base/class-names.ts";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Kind, type KindCode } from "#app/ui/base/Kind.tsx";

export interface CardProps {
  kind?: { code: KindCode; label: ReactNode };
  number?: string;
  title: ReactNode;
  href: string;
  summary?: ReactNode;
  lang?: string;
  /** The line at the end: one fact, a list, or several in a fragment. */
  facts?: ReactNode;
  level?: 2 | 3;
}

/** A record with a coloured rule on top. Only on the public page, in a `.cards`, three at most. */
export function Card({ kind, number, title, href, summary, lang, facts, level = 3 }: CardProps) {
  const Title = `h${level}` as const;
  return (
    <article className={classNames("card", kind && `kind-${kind.code}`)}>
      <FactLine>
        {kind ? <Kind kind={kind.code}>{kind.label}</Kind> : null}
        {number ? <span className="number">{number}</span> : null}
      </FactLine>
      <Title className="item-title" lang={lang}>
        <a href={href}>{title}</a>
      </Title>
      {summary ? <p lang={lang}>{summary}</p> : null}
      <FactLine>{facts}</FactLine>
    </article>
  );
}
