import type { Actor } from "#app/domain/access/actor.ts";
import { agendaItemsVisibleTo } from "#app/domain/access/agenda-item.server.ts";
import { findRoundFacts, type RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { itemKindIn } from "#app/domain/vocabulary/vocabulary.ts";
import type { Db } from "#db/store.ts";

/** A question that was asked in a round, in sessions that the actor sees. */
export interface RoundQuestion {
  id: string;
  /** As it was asked first, in the language of that session. */
  title: string;
  language: string;
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
    .select(["agenda_item.session_id", "session.language"])
    .where("session.round_id", "=", round.id)
    .where("session.status", "=", "scheduled")
    .where("agenda_item.removed_at", "is", null)
    .orderBy("agenda_item.position")
    .orderBy("session.starts_at")
    .orderBy("agenda_item.id")
    .execute();
  const questions = new Map<string, RoundQuestion & { in: Set<string> }>();
  for (const { question_id: id, title, kind, visibility, session_id, language } of rows) {
    if (itemKindIn(vocabulary, kind).isBreak) continue;
    const first = { id, title, language, internal: visibility === "internal", sessions: 0, in: new Set<string>() };
    const known = questions.get(id) ?? first;
    questions.set(id, { ...known, in: known.in.add(session_id), sessions: known.in.size });
  }
  return { round, questions: [...questions.values()].map(({ in: _, ...question }) => question) };
}
