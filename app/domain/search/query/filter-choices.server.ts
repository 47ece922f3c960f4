import type { Actor } from "#app/domain/access/actor.ts";
import { FILED_NAMES } from "#app/domain/search/query/filter-names.ts";
import { readVocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";
import { parseLabels, shownLabel } from "#app/i18n/labels.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/** Filters that offer a list of the installation, without counts. */
const listedFilters = ["group", ...FILED_NAMES] as const;

/** A value of a filter, as addresses have it and as it reads. */
export interface Choice {
  value: string;
  label: string;
  /** Value of `lang` where the label is in another language than the viewer reads. */
  lang?: string;
}

export type FilterChoices = Readonly<Record<(typeof listedFilters)[number], readonly Choice[]>>;

/** What may be chosen where a filter is a list: the groups of the actor, and terms of the vocabulary. */
export async function findFilterChoices(db: Db, actor: Actor, locale: InterfaceLocale): Promise<FilterChoices> {
  const { phases, targetGroups, attributions } = await readVocabulary(db, locale);
  const groups = await db
    .selectFrom("working_group")
    .select(["id", "names"])
    .where(
      "id",
      "in",
      actor.memberships.map(({ groupId }) => groupId),
    )
    .orderBy("position")
    .orderBy("id")
    .execute();
  const choices = (values: readonly { code: string; label: string }[]) =>
    values.map(({ code, label: text }) => ({ value: code, label: text }));
  return {
    group: groups.map(({ id, names }) => {
      const { text, lang } = shownLabel(parseLabels(names), locale);
      return { value: id, label: text, lang };
    }),
    phase: choices(phases),
    target: choices(targetGroups),
    attribution: choices(attributions),
  };
}
