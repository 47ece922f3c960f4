import { NotFound } from "#app/domain/errors.ts";
import { newsTexts, pageTexts, type TextsByLanguage } from "#app/domain/news/page-files.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/** A communiqué in every language that it is there in. */
export interface CommuniqueFacts {
  slug: string;
  /** Day, "2020-11-06". */
  date: string;
  texts: TextsByLanguage;
  /** The working group it reports on; null where no round of this installation bears its slug. */
  group: Labels | null;
}

/** Communiqués, newest first. */
export async function findNews(db: Db): Promise<CommuniqueFacts[]> {
  const news = await withGroups(db, [...newsTexts]);
  return news.sort((one, other) => (one.date > other.date ? -1 : 1));
}

/**
 * A communiqué.
 * @throws NotFound when there is none of this name in any language
 */
export async function findCommunique(db: Db, slug: string): Promise<CommuniqueFacts> {
  const texts = newsTexts.get(slug);
  if (!texts) throw new NotFound("communiqué");
  const [communique] = await withGroups(db, [[slug, texts]]);
  return sure(communique);
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

async function withGroups(db: Db, news: [slug: string, texts: TextsByLanguage][]): Promise<CommuniqueFacts[]> {
  const heads = news.map(([slug, texts]) => {
    const [any] = texts.values();
    const { date = "", round = "" } = any?.meta ?? {};
    return { slug, texts, date, round };
  });
  const groups = await groupsOfRounds(
    db,
    heads.map(({ round }) => round),
  );
  return heads.map(({ round, ...communique }) => ({ ...communique, group: groups.get(round) ?? null }));
}

async function groupsOfRounds(db: Db, slugs: readonly string[]): Promise<Map<string, Labels>> {
  const rows = await db
    .selectFrom("round")
    .innerJoin("working_group", "working_group.id", "round.group_id")
    .select(["round.slug", "working_group.names"])
    .where("round.slug", "in", [...new Set(slugs)])
    .orderBy("working_group.position", "desc")
    .execute();
  return new Map(rows.map((row) => [row.slug, parseLabels(row.names)]));
}
