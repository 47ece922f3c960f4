import { wholeIn } from "#app/domain/sessions/template-language.ts";
import type { TemplateFound, TemplateInList } from "#app/domain/sessions/templates/find-template.server.ts";
import { itemKindIn, type Vocabulary } from "#app/domain/vocabulary/vocabulary.ts";
import { label, type ShownLabel, shownLabel } from "#app/i18n/labels.ts";
import type { Viewer } from "#app/views/viewer.ts";
import { termLabel } from "#app/views/vocabulary/term-words.ts";

/** An agenda template in a list. */
export interface TemplateRow {
  id: string;
  name: string;
  /** Offered to every group. */
  ofAll: boolean;
  items: number;
  minutes: number;
  retired: boolean;
}

/** Writes the agenda templates of a group: its own first, those that are retired last. */
export function templateRows(templates: readonly TemplateInList[], viewer: Viewer): TemplateRow[] {
  const rank = ({ retired, ofAll }: TemplateRow) => (retired ? 2 : ofAll ? 1 : 0);
  return templates
    .map(({ id, names, groupId, items, minutes, retiredAt }) => ({
      ...{ id, name: label(names, viewer.locale), ofAll: groupId === null },
      ...{ items, minutes, retired: retiredAt !== null },
    }))
    .sort((one, other) => rank(one) - rank(other) || viewer.formats.collator.compare(one.name, other.name));
}

/** An item of an agenda template on its page. */
export interface TemplateItemView {
  id: string;
  questionId: string;
  title: ShownLabel;
  description: ShownLabel;
  kind: string;
  minutes: number;
  internal: boolean;
  isBreak: boolean;
}

/** The page of an agenda template. */
export interface TemplateView {
  id: string;
  name: string;
  ofAll: boolean;
  retired: boolean;
  /** In which all its texts are, by name. */
  languages: string[];
  minutes: number;
  items: TemplateItemView[];
}

/** Writes an agenda template with its items. */
export function templateView(template: TemplateFound, vocabulary: Vocabulary, viewer: Viewer): TemplateView {
  const { id, names, groupId, retiredAt, items } = template;
  const shared = items.filter(({ visibility }) => visibility === "shared");
  return {
    ...{ id, name: label(names, viewer.locale), ofAll: groupId === null, retired: retiredAt !== null },
    languages: items.length === 0 ? [] : wholeIn(items).map((code) => viewer.formats.languageName(code)),
    minutes: shared.reduce((sum, { minutes }) => sum + minutes, 0),
    items: items.map((item) => ({
      ...{ id: item.id, questionId: item.questionId, minutes: item.minutes },
      title: shownLabel(item.titles, viewer.locale),
      description: shownLabel(item.descriptions, viewer.locale),
      kind: termLabel(itemKindIn(vocabulary, item.kind), viewer.locale),
      isBreak: itemKindIn(vocabulary, item.kind).isBreak,
      internal: item.visibility === "internal",
    })),
  };
}
