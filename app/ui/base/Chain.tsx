import type { ReactNode } from "react";
import { classNames } from "#app/ui/base/class-names.ts";
import type { KindCode } from "#app/ui/base/Kind.tsx";
import { VisuallyHidden } from "#app/ui/base/VisuallyHidden.tsx";

export interface ChainNode {
  /** What kind of link this is: "Round", "Session". */
  label: ReactNode;
  text: ReactNode;
  href?: string;
  lang?: string;
  state: "done" | "current" | "ahead";
}

export interface ChainProps {
  title: ReactNode;
  /** Anchor; the heading gets `<id>-h`. One chain a page is the rule, hence the default. */
  id?: string;
  nodes: readonly ChainNode[];
  /** Colours the current node. */
  kind?: KindCode;
  /** Said after the label of nodes that are still to come, for those who do not see the dashes: "not yet". */
  aheadWord?: string;
  className?: string;
}

/** Where a thing came from and where it went: the running head of every record. Dashed is what is still to come. */
export function Chain({ title, id = "chain", nodes, kind, aheadWord, className }: ChainProps) {
  return (
    <nav className={classNames("chain", kind && `kind-${kind}`, className)} id={id} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{title}</h2>
      <ol>
        {nodes.map((node, at) => {
          const ahead = node.state === "ahead";
          const current = node.state === "current";
          const nextAhead = !ahead && nodes[at + 1]?.state === "ahead";
          const text = current ? <b>{node.text}</b> : node.text;
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the links of a chain are told apart by their position
              key={at}
              className={classNames(ahead && "later", (ahead || nextAhead) && "to-later")}
              aria-current={current ? "true" : undefined}
            >
              <small>
                {node.label}
                {ahead && aheadWord ? <VisuallyHidden> ({aheadWord})</VisuallyHidden> : null}
              </small>
              <span lang={node.lang}>{node.href ? <a href={node.href}>{text}</a> : text}</span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
