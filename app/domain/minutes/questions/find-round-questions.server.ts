import type { Actor } from "#app/domain/access/actor.ts";
import { agendaItemsVisibleTo } from "#app/domain/access/agenda-item.server.ts";
import { findShippedTitles } from "#app/domain/minutes/questions/find-shipped-titles.server.ts";
import { type AskedWords, questionTitles } from "#app/domain/minutes/questions/question-titles.ts";
import { findRoundFacts, type RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { itemKindIn } from "#app/domain/vocabulary/vocabulary.ts";
import type { Labels } from "#app/i18n/labels.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** A question that was asked in a round, in sessions that the actor sees. */
export interface RoundQuestion {
  id: string;
  /** By language: as it was asked last in it; else as a template has it that says the same. */
  titles: Labels;
  /** In how many sessions. */
  sessions: number;
  internal: boolean;
}

/**
 * The questions of a round, in the order of its agendas; breaks ask nothing.
 * @throws NotFound
 */
export async function findRoundQuestions(
  db: Db,
  actor: Actor,
  roundId: string,
): Promise<{ round: RoundFacts; questions: RoundQuestion[] }> {
  const round = await findRoundFacts(db, actor, roundId);
  const vocabulary = await findVocabulary(db);
  const rows = await agendaItemsVisibleTo(db, actor)
    .select(["agenda_item.question_id", "agenda_item.title", "agenda_item.kind", "agenda_item.visibility"])
    .select(["agenda_item.session_id", "session.language", "session.starts_at"])
    .where("session.round_id", "=", round.id)
    .where("session.status", "=", "scheduled")
    .where("agenda_item.removed_at", "is", null)
    .orderBy("agenda_item.position")
    .orderBy("session.starts_at")
    .orderBy("agenda_item.id")
    .execute();
  const questions = new Map<string, { asked: Asked[]; in: Set<string>; internal: boolean }>();
  for (const { question_id: id, title, kind, visibility, session_id, language, starts_at } of rows) {
    if (itemKindIn(vocabulary, kind).isBreak) continue;
    const first = { asked: [], in: new Set<string>(), internal: visibility === "internal" };
    const known = questions.get(id) ?? first;
    known.asked.push({ title, language, startsAt: starts_at });
    questions.set(id, { ...known, in: known.in.add(session_id) });
  }
  const shipped = await findShippedTitles(db, [...questions.keys()]);
  return {
    round,
    questions: [...questions].map(([id, { asked, in: sessions, internal }]) => {
      const words = asked.sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
      return { id, titles: questionTitles(words, shipped.get(id) ?? []), sessions: sessions.size, internal };
    }),
  };
}

interface Asked extends AskedWords {
  startsAt: Instant;
}
