import type { ReactNode } from "react";
import { classNames } from "#app/ui/base/class-names.ts";
import { factsOf } from "#app/ui/base/facts.ts";

export interface ListedFact {
  term: ReactNode;
  /** One, a list, or several in a fragment. Null, false and "" are left out, and so is an item without any. */
  details: ReactNode;
  lang?: string;
}

export interface FactListProps {
  items: readonly ListedFact[];
  /** A hairline above each. */
  ruled?: boolean;
  /** Term beside its details where there is room. */
  wide?: boolean;
  className?: string;
}

/** Facts of a record: term and details. */
export function FactList({ items, ruled, wide, className }: FactListProps) {
  const shown = items
    .map(({ term, details, lang }) => ({ term, lang, details: factsOf(details) }))
    .filter(({ details }) => details.length > 0);
  return (
    <dl className={classNames("fact-list", ruled && "fact-list--ruled", wide && "fact-list--wide", className)}>
      {shown.map(({ term, details, lang }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity and never change places
        <div key={at}>
          <dt>{term}</dt>
          {details.map((detail, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <dd key={nth} lang={lang}>
              {detail}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
