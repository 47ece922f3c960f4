import type { History } from "#app/domain/knowledge/find-history.server.ts";
import { type SectionCode, templates } from "#app/domain/knowledge/templates.ts";
import type { Text } from "#app/i18n/text.ts";
import { wordsOfLanguage } from "#app/i18n/told-language.ts";
import { linesOfHtml } from "#app/views/contributions/past-text.ts";
import { type SectionView, sectionViews } from "#app/views/contributions/version-view.ts";
import { mostChanges, type TextPart, wordDifferences } from "#app/views/contributions/word-differences.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What stands for the text as it is now, where versions are chosen. */
export const NOW = "now";

/** The differences between two texts of a contribution, in the order in which they are read. */
export interface DifferencesView {
  number: string;
  from: number;
  /** Null for what it says now. */
  to: number | null;
  /** Language of both texts, where it is told: for `lang`. */
  tag: string;
  /** Those that can be compared with the first. */
  choices: { value: string; label: string }[];
  parts: { code: "title" | "summary" | "body" | SectionCode; differences: TextPart[] }[];
  /** Whether the first can be taken up again. */
  mayRestore: boolean;
}

type PastText = Map<DifferencesView["parts"][number]["code"], string>;

/**
 * The later text that an earlier one is compared with unless another is asked for: the next in its language.
 * @returns its position, null for what the contribution says now, undefined where there is none
 */
export function nextInLanguage({ revisions, versions }: History, from: number): number | null | undefined {
  const language = revisions[from - 1]?.content.language;
  const later = revisions.findIndex(({ content }, at) => at >= from && content.language === language);
  if (later >= 0) return later + 1;
  return versions.some((version) => version.language === language) ? null : undefined;
}

/**
 * Writes the differences between two texts of a contribution.
 * @param from position of the earlier one, as the history counts
 * @param to position of the later one, null for now; the next in its language unless said
 * @returns null where there are no such texts, or they are in two languages
 */
export function differencesView(
  history: History,
  { from, to }: { from: number; to: number | null | undefined },
  viewer: Pick<Viewer, "locale" | "text">,
): DifferencesView | null {
  const { contribution, revisions, versions, sectionTerms, mayRestore } = history;
  const before = revisions[from - 1]?.content;
  if (!before) return null;
  const { language } = before;
  const chosen = to === undefined ? nextInLanguage(history, from) : to;
  if (chosen === undefined || chosen === from) return null;
  const after = chosen === null ? versions.find((one) => one.language === language) : revisions[chosen - 1]?.content;
  if (!after || after.language !== language) return null;
  const { tag } = wordsOfLanguage(language);
  const textOf = (content: typeof before | typeof after) => {
    const kind = "kind" in content ? content.kind : contribution.kind;
    return pastText(content, sectionViews(kind, content, sectionTerms, viewer.locale), tag);
  };
  const [old, young] = [textOf(before), textOf(after)];
  const codes = ["title", "summary", "body", ...templates[contribution.kind].sections.map(({ code }) => code)] as const;
  const all = new Set([...codes, ...old.keys(), ...young.keys()]);
  const changed = [...all].flatMap((code) => {
    const [was, is] = [old.get(code) ?? "", young.get(code) ?? ""];
    return was === is ? [] : { code, was, is };
  });
  const most = mostChanges(changed.length);
  const isNow = versions.some((one) => one.language === language);
  return {
    number: contribution.number,
    ...{ from, to: chosen, tag },
    choices: [
      ...revisions.flatMap(({ content }, at) =>
        content.language === language ? { value: String(at + 1), label: versionName(viewer.text, at + 1) } : [],
      ),
      ...(isNow ? [{ value: NOW, label: viewer.text("knowledge.asItIsNow") }] : []),
    ],
    parts: changed.map(({ code, was, is }) => ({ code, differences: wordDifferences(was, is, most) })),
    mayRestore: mayRestore && versions.some((one) => one.provenance === "original" && one.language === language),
  };
}

/** "Version 2" */
export function versionName(text: Text, position: number): string {
  return text("knowledge.version", { number: position });
}

function pastText(
  { title, summary, bodyHtml }: { title: string; summary: string; bodyHtml: string },
  sections: readonly SectionView[],
  tag: string,
): PastText {
  return new Map([
    ["title", title],
    ["summary", summary],
    ["body", linesOfHtml(bodyHtml, tag)],
    ...sections.map(({ code, html, text, choice }): [SectionCode, string] => [
      code,
      choice?.label ?? text ?? linesOfHtml(html ?? "", tag),
    ]),
  ]);
}
