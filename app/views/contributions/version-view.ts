import type { Kind } from "#app/domain/codes.ts";
import type { VersionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import type { SectionTerms, VersionText } from "#app/domain/knowledge/find-contribution.server.ts";
import { type ChosenSection, type SectionCode, templates } from "#app/domain/knowledge/templates.ts";
import { termIn } from "#app/domain/vocabulary/vocabulary.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import { isNamed, wordsOfLanguage } from "#app/i18n/told-language.ts";
import { type Choice, termLabel } from "#app/views/vocabulary/term-words.ts";

/** A language a contribution can be read in. */
export interface VersionView {
  /** Null, like its name, where it is not told. */
  language: LanguageCode | null;
  /** For `lang`. */
  tag: string;
  selfName: string | null;
  provenance: VersionFacts["provenance"];
  current: boolean;
}

/** The language of a text that is not translated, for `lang` and by its own name. */
export interface TextLanguage {
  tag: string;
  selfName: string | null;
}

/**
 * A section of the template as it is read: HTML of its Markdown, a line of text, or a term; with its language where
 * that is the original's, since the translation leaves it out.
 */
export type SectionView =
  | { code: SectionCode; html?: string; text?: string; choice?: undefined; from?: TextLanguage }
  | { code: ChosenSection; choice: Choice; html?: undefined; text?: undefined; from?: undefined };

/** A title in the language of the page, else the original's with the language it is in. */
export interface TitleView {
  title: string;
  summary: string;
  /** `lang` and own name of the text's language, where it is not the page's. */
  tag: string | null;
  selfName: string | null;
}

/** The version to read: the one in a language, else the original. */
export function versionFor<V extends VersionFacts>(versions: readonly V[], language: string): V {
  return versions.find((one) => one.language === language) ?? originalOf(versions);
}

/** The version that was written first. */
export function originalOf<V extends VersionFacts>(versions: readonly V[]): V {
  const [original] = versions;
  if (!original) throw new Error("A contribution without a text");
  return original;
}

/** Writes title and summary for a list in a language. */
export function titleView(versions: readonly VersionFacts[], locale: string): TitleView {
  const { language, title, summary } = versionFor(versions, locale);
  const foreign = language === locale ? null : wordsOfLanguage(language);
  return { title, summary, tag: foreign?.tag ?? null, selfName: foreign?.selfName ?? null };
}

/** Writes the languages there are. */
export function versionViews(versions: readonly VersionFacts[], current: VersionFacts): VersionView[] {
  return versions.map((version) => ({
    language: isNamed(version.language) ? version.language : null,
    ...wordsOfLanguage(version.language),
    provenance: version.provenance,
    current: version === current,
  }));
}

type Sections = Pick<VersionText, "details" | "detailsHtml">;

/**
 * The sections of a kind that say something, in the order of the template.
 * @param original what stands in for sections that a translation leaves out
 */
export function sectionViews(
  kind: Kind,
  own: Sections,
  terms: SectionTerms,
  locale: string,
  original: (Sections & Pick<VersionText, "language">) | null = null,
): SectionView[] {
  const sections: SectionView[] = [];
  for (const section of templates[kind].sections) {
    const { code } = section;
    const source = own.details[code] || !original ? own : original;
    const text = source.details[code];
    if (!text) continue;
    const from = source === original ? { from: wordsOfLanguage(original.language) } : {};
    if (section.widget === "choice") {
      const label = termLabel(termIn(terms[section.code], text), locale);
      sections.push({ code: section.code, choice: { value: text, label } });
    } else if (section.widget === "markdown") sections.push({ code, html: source.detailsHtml[code] ?? "", ...from });
    else sections.push({ code, text, ...from });
  }
  return sections;
}
