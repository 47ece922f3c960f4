import type { ReactNode } from "react";
import { classNames } from "#app/ui/base/class-names.ts";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Kind, type KindCode } from "#app/ui/base/Kind.tsx";
import { Tag } from "#app/ui/base/Tag.tsx";

export interface ListItemProps {
  kind?: { code: KindCode; label: ReactNode };
  /** Before the kind: how it is related ("addresses"). */
  relation?: ReactNode;
  number?: string;
  title: ReactNode;
  href?: string;
  summary?: ReactNode;
  /** Language of title and summary, when it is not the language of the page. */
  lang?: string;
  /** The name of that language in itself. */
  langLabel?: string;
  /** More facts for the line above the title: one, a list, or several in a fragment. */
  facts?: ReactNode;
  /** The small line at the end: state, evidence, why it was found. */
  why?: ReactNode;
  /** Buttons at the end of the row. */
  side?: ReactNode;
  /** Makes the title a heading of this level; in lists it is a paragraph. */
  level?: 2 | 3 | 4;
  /** The larger title of the first one in a list of news. */
  lead?: boolean;
  as?: "li" | "div" | "article";
  id?: string;
}

/** A record in a list: facts, title, a sentence, why. The same in lists, hits and related records. */
export function ListItem(props: ListItemProps) {
  const { kind, relation, number, title, href, summary, lang, langLabel, facts, why, side, level, lead, id } = props;
  const Element = props.as ?? "li";
  const Title = level ? (`h${level}` as const) : "p";
  return (
    <Element className={classNames("list-item", side ? "list-item--side" : null)} id={id}>
      <FactLine>
        {relation}
        {kind ? <Kind kind={kind.code}>{kind.label}</Kind> : null}
        {number ? <span className="number">{number}</span> : null}
        {facts}
        {langLabel ? <Tag lang={lang}>{langLabel}</Tag> : null}
      </FactLine>
      <Title className={classNames("item-title", lead && "item-title--lead")} lang={lang}>
        {href ? <a href={href}>{title}</a> : title}
      </Title>
      {summary ? (
        <p className="item-summary" lang={lang}>
          {summary}
        </p>
      ) : null}
      {why ? <p className="item-note">{why}</p> : null}
      {side ? <div className="side">{side}</div> : null}
    </Element>
  );
}
