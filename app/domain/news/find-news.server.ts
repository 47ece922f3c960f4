import { NotFound } from "#app/domain/errors.ts";
import { newsTexts, pageTexts, type TextsByLanguage } from "#app/domain/news/page-files.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** A communiqué in every language that it is there in. */
export interface CommuniqueFacts {
  slug: string;
  /** Day, "2020-11-06". */
  date: string;
  texts: TextsByLanguage;
  /** The working group it reports on. */
  group: Labels;
}

/** The communiqués about rounds of this installation, newest first. */
export async function findNews(db: Db): Promise<CommuniqueFacts[]> {
  const news = await ofRoundsHere(db, [...newsTexts]);
  return news.sort((one, other) => (one.date > other.date ? -1 : 1));
}

/**
 * A communiqué.
 * @throws NotFound when there is none of this name in any language, or it is about a round of another installation
 */
export async function findCommunique(db: Db, slug: string): Promise<CommuniqueFacts> {
  const texts = newsTexts.get(slug);
  const [communique] = texts ? await ofRoundsHere(db, [[slug, texts]]) : [];
  if (!communique) throw new NotFound("communiqué");
  return communique;
}

/**
 * A standing page - about, help, privacy, accessibility - in every language that it is there in.
 * @throws NotFound when there is none of this name in any language
 */
export function findPage(name: string): TextsByLanguage {
  const texts = pageTexts.get(name);
  if (!texts) throw new NotFound("page");
  return texts;
}

/**
 * Communiqués ship with the product, and each says of which round of which programme it tells: an installation shows
 * those of its own rounds.
 */
async function ofRoundsHere(db: Db, news: [slug: string, texts: TextsByLanguage][]): Promise<CommuniqueFacts[]> {
  const heads = news.map(([slug, texts]) => {
    const [any] = texts.values();
    const { date = "", round = "", programme = "" } = any?.meta ?? {};
    return { slug, texts, date, key: keyOf(programme, round), round };
  });
  const rounds = heads.map(({ round }) => round);
  const groups = await groupsOfRounds(db, rounds);
  return heads.flatMap(({ key, round, ...communique }) => {
    const group = groups.get(key);
    return group ? [{ ...communique, group }] : [];
  });
}

async function groupsOfRounds(db: Db, slugs: readonly string[]): Promise<Map<string, Labels>> {
  const rows = await db
    .selectFrom("round")
    .innerJoin("working_group", "working_group.id", "round.group_id")
    .innerJoin("programme", "programme.id", "working_group.programme_id")
    .select(["round.slug", "programme.slug as programme_slug", "working_group.names"])
    .where("round.slug", "in", [...new Set(slugs)])
    .orderBy("working_group.position", "desc")
    .execute();
  return new Map(rows.map((row) => [keyOf(row.programme_slug, row.slug), parseLabels(row.names)]));
}

function keyOf(programme: string, round: string): string {
  return `${programme}/${round}`;
}
