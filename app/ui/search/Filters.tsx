import { Form } from "@remix-run/react";
import type { FacetName } from "#app/domain/search/query/facet-names.ts";
import type { FilterChoices } from "#app/domain/search/query/filter-choices.server.ts";
import type { Facets, FacetValue } from "#app/domain/search/results/facets.server.ts";
import type { ActiveFilter } from "#app/domain/search/search.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Choice } from "#app/ui/base/Choice.tsx";
import { FilterPanel } from "#app/ui/base/FilterPanel.tsx";
import { Kind, type KindCode } from "#app/ui/base/Kind.tsx";
import { BoundFields, fieldNames } from "#app/ui/search/BoundFields.tsx";
import { useFiltersAtOnce } from "#app/ui/search/use-filters-at-once.ts";

/** Further values of a filter stand behind a disclosure; those in use never do. */
const SHOWN_VALUES = 8;

export interface FiltersProps {
  facets: Facets;
  names: readonly FacetName[];
  /** Filters in force, where the panel also asks for dates, stages and what a record has; null where it does not. */
  bounds: { active: readonly ActiveFilter[]; choices: FilterChoices } | null;
  action: string;
  /** Sent along: the words, the order, filters without counts. */
  kept: readonly (readonly [string, string])[];
}

/** The filters of a search, those that have them with their counts, in a form that works by itself. */
export function Filters({ facets, names, bounds, action, kept }: FiltersProps) {
  const t = useText();
  const atOnce = useFiltersAtOnce();
  const used = names.filter((name) => facets[name].length > 0);
  const isBounded = bounds?.active.some(({ name }) => (fieldNames as readonly string[]).includes(name));
  if (used.length === 0 && !isBounded) return null;
  return (
    <FilterPanel title={t("search.filters")} label={t("search.filtersLabel")}>
      <Form action={action} {...atOnce}>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {used.map((name) => (
          <Facet key={name} name={name} values={facets[name]} />
        ))}
        {bounds ? <BoundFields {...bounds} /> : null}
        <p className="facets-apply">
          <Button small>{t("search.apply")}</Button>
        </p>
      </Form>
    </FilterPanel>
  );
}

function Facet({ name, values }: { name: FacetName; values: FacetValue[] }) {
  const t = useText();
  // Kinds are few and say what there is: all of them are shown.
  const shown = name === "kind" ? values.length : SHOWN_VALUES;
  const first = values.filter((value, at) => at < shown || value.selected);
  const further = values.filter((value) => !first.includes(value));
  return (
    <fieldset>
      <legend>{t(`search.facet.${name}`)}</legend>
      <div>
        {first.map((value) => (
          <FacetChoice key={value.value} name={name} value={value} />
        ))}
        {further.length > 0 ? (
          <details>
            <summary className="button button--quiet button--small">
              {t("search.moreValues")}
              <span className="visually-hidden">: {t(`search.facet.${name}`)}</span>
            </summary>
            {further.map((value) => (
              <FacetChoice key={value.value} name={name} value={value} />
            ))}
          </details>
        ) : null}
      </div>
    </fieldset>
  );
}

function FacetChoice({ name, value }: { name: FacetName; value: FacetValue }) {
  const label = name === "kind" ? <Kind kind={value.value as KindCode}>{value.label}</Kind> : value.label;
  return (
    <Choice
      // A box on the page keeps its tick whatever its default becomes; a new one takes it.
      key={String(value.selected)}
      type="checkbox"
      id={`f-${name}-${value.value}`}
      name={name}
      value={value.value}
      defaultChecked={value.selected}
      label={label}
      lang={value.lang}
      count={value.count}
    />
  );
}
