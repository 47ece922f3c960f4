import { NotFound } from "#app/domain/errors.ts";
import { newsTexts, type PageText, pageTexts } from "#app/domain/news/page-files.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/** A communiqué in a list. Where it is not there in the reader's language, its title stands in one it is there in. */
export interface CommuniqueInList {
  slug: string;
  /** Day, "2020-11-06". */
  date: string;
  language: LanguageCode;
  title: string;
  /** Empty where it is not there in the reader's language. */
  summary: string;
  /** All languages it can be read in, in the order of pickers. */
  languages: LanguageCode[];
  /** Name of the working group it reports on; null where no round of this installation bears its slug. */
  group: string | null;
}

/** A text of content/ in one language, or only the languages that it is there in. */
export interface FoundText {
  languages: LanguageCode[];
  text: PageText | null;
}

/** Communiqués, newest first. */
export async function findNews(db: Db, locale: LanguageCode): Promise<CommuniqueInList[]> {
  const rounds = [...newsTexts.values()].flatMap((texts) => [...texts.values()].map(({ meta }) => meta.round ?? ""));
  const groups = await groupsOfRounds(db, rounds, locale);
  const news = [...newsTexts].map(([slug, texts]): CommuniqueInList => {
    const languages = languagesOf(texts);
    const language = texts.has(locale) ? locale : (languages[0] as LanguageCode);
    const { title, summary, meta } = texts.get(language) as PageText;
    return {
      slug,
      date: meta.date ?? "",
      language,
      title,
      summary: language === locale ? summary : "",
      languages,
      group: groups.get(meta.round ?? "") ?? null,
    };
  });
  return news.sort((one, other) => (one.date > other.date ? -1 : 1));
}

/**
 * A communiqué in a language, never silently in another.
 * @throws NotFound when there is none of this name in any language
 */
export async function findCommunique(
  db: Db,
  slug: string,
  language: LanguageCode,
): Promise<FoundText & { date: string; group: string | null }> {
  const texts = newsTexts.get(slug);
  if (!texts) throw new NotFound("communiqué");
  const [any] = texts.values();
  const { date = "", round = "" } = any?.meta ?? {};
  const groups = await groupsOfRounds(db, [round], language);
  return { ...found(texts, language), date, group: groups.get(round) ?? null };
}

/**
 * A standing page - about, help, privacy, accessibility - in a language, never silently in another.
 * @throws NotFound when there is none of this name in any language
 */
export function findPage(name: string, language: LanguageCode): FoundText {
  const texts = pageTexts.get(name);
  if (!texts) throw new NotFound("page");
  return found(texts, language);
}

function found(texts: ReadonlyMap<LanguageCode, PageText>, language: LanguageCode): FoundText {
  return { languages: languagesOf(texts), text: texts.get(language) ?? null };
}

function languagesOf(texts: ReadonlyMap<LanguageCode, PageText>): LanguageCode[] {
  return languageCodes.filter((code) => texts.has(code));
}

async function groupsOfRounds(db: Db, slugs: readonly string[], locale: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("round")
    .innerJoin("working_group", "working_group.id", "round.group_id")
    .select(["round.slug", "working_group.names"])
    .where("round.slug", "in", [...new Set(slugs)])
    .orderBy("working_group.position", "desc")
    .execute();
  return new Map(rows.map((row) => [row.slug, label(parseLabels(row.names), locale)]));
}
