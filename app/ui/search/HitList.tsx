import type { Hit } from "#app/domain/search/results/hit.ts";
import { ContributionHitRow } from "#app/ui/search/ContributionHitRow.tsx";
import { ProceedingHitRow } from "#app/ui/search/ProceedingHitRow.tsx";
import { ReferenceHitRow } from "#app/ui/search/ReferenceHitRow.tsx";

export interface HitRowProps<H extends Hit = Hit> {
  hit: H;
  /** Where it leads, if not to the page of the record inside. */
  href?: string;
  /** The query gave its number. */
  recognised?: boolean;
  as?: "div";
}

/** How hits of each type are shown; the type of the source says which. */
const rows: Readonly<Record<string, React.ComponentType<HitRowProps<never>>>> = {
  contribution: ContributionHitRow,
  reference: ReferenceHitRow,
  "agenda-item": ProceedingHitRow,
  minutes: ProceedingHitRow,
  decision: ProceedingHitRow,
  "action-point": ProceedingHitRow,
};

/** What was found, best first. */
export function HitList({ hits, hrefOf }: { hits: readonly Hit[]; hrefOf?: (hit: Hit) => string }) {
  return (
    <ol className="rows hit">
      {hits.map((hit) => (
        <HitRow key={`${hit.recordType} ${hit.id}`} hit={hit} href={hrefOf?.(hit)} />
      ))}
    </ol>
  );
}

export function HitRow(props: HitRowProps) {
  const Row = rows[props.hit.recordType] as React.ComponentType<HitRowProps> | undefined;
  return Row ? <Row {...props} /> : null;
}
