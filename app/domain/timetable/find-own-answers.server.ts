import type { Actor } from "#app/domain/access/actor.ts";
import type { Answer } from "#app/domain/codes.ts";
import { findAnswerOf } from "#app/domain/sessions/answers/find-answers.server.ts";
import type { ListedSession } from "#app/domain/sessions/find-sessions.server.ts";
import { isOver } from "#app/domain/sessions/session-state.ts";
import type { Db } from "#db/store.ts";

/** The actor's answers, by session of those that they are invited to; null where they have given none and still can. */
export async function findOwnAnswers(
  db: Db,
  { accountId }: Actor,
  sessions: readonly ListedSession[],
  now: Date,
): Promise<ReadonlyMap<string, Answer | null>> {
  if (!accountId) return new Map();
  const invited = sessions.filter(({ invited: isInvited, cancelled }) => isInvited && !cancelled);
  const found = await Promise.all(
    invited.map(async (session) => {
      const given = await findAnswerOf(db, { sessionId: session.id, accountId });
      return [session, given?.answer ?? null] as const;
    }),
  );
  const shown = found.filter(([session, answer]) => answer !== null || !isOver(session, now));
  return new Map(shown.map(([{ id }, answer]) => [id, answer]));
}
