import { parsePage, renderTrustedPage } from "#app/domain/text/markdown.server.ts";
import { type NamedHeading, nameHeadings } from "#app/domain/text/named-headings.ts";
import { isLanguageCode, type LanguageCode } from "#app/i18n/languages.ts";

/** A page of content/ in one language. */
export interface PageText {
  title: string;
  summary: string;
  html: string;
  /** The headings one can go to. */
  contents: NamedHeading[];
  /** What else its head says. */
  meta: Record<string, string>;
}

/** A text in every language that it is there in. */
export type TextsByLanguage = ReadonlyMap<LanguageCode, PageText>;

type Files = Record<string, string>;

// Vite reads these calls as they stand: the options cannot be shared.
const newsFiles: Files = import.meta.glob("../../../content/news/*/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});
const pageFiles: Files = import.meta.glob("../../../content/pages/*/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Communiqués by slug, then by language. Rendered once: they change with a release only. */
export const newsTexts = textsBy(newsFiles, /\/news\/([^/]+)\/([^/]+)\.md$/, (slug, language) => [slug, language]);

/** Standing pages by name, then by language. */
export const pageTexts = textsBy(pageFiles, /\/pages\/([^/]+)\/([^/]+)\.md$/, (language, name) => [name, language]);

function textsBy(
  files: Files,
  pattern: RegExp,
  read: (first: string, second: string) => [name: string, language: string],
): ReadonlyMap<string, TextsByLanguage> {
  const texts = new Map<string, Map<LanguageCode, PageText>>();
  for (const [path, source] of Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1))) {
    const [, first = "", second = ""] = pattern.exec(path) ?? [];
    const [name, language] = read(first, second);
    if (!isLanguageCode(language)) throw new Error(`${path} is in no language of ours`);
    const { meta, body } = parsePage(source);
    const { title = "", summary = "" } = meta;
    const text = { title, summary, ...nameHeadings(renderTrustedPage(body)), meta };
    texts.set(name, (texts.get(name) ?? new Map()).set(language, text));
  }
  return texts;
}
