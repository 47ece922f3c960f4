import type { Actor } from "#app/domain/access/actor.ts";
import type { Amendment } from "#app/domain/minutes/find-amendments.server.ts";
import type { Decision } from "#app/domain/minutes/find-decisions.server.ts";
import type { Db } from "#db/store.ts";

/** What somebody would have a decision say. */
export interface DecisionAmendment
  extends Pick<Amendment, "id" | "note" | "by" | "authorId" | "at" | "decision" | "reason"> {
  of: Decision;
  /** What it said when the amendment was begun. */
  baseText: string;
  text: string;
}

/** Amendments of decisions of a session, earliest first: all, or the actor's own; of decisions that the actor sees. */
export async function findDecisionAmendments(
  db: Db,
  actor: Actor,
  { sessionId, decisions, all }: { sessionId: string; decisions: readonly Decision[]; all: boolean },
): Promise<DecisionAmendment[]> {
  let query = db
    .selectFrom("decision_amendment")
    .innerJoin("account", "account.id", "decision_amendment.author_id")
    .selectAll("decision_amendment")
    .select("account.name")
    .where("session_id", "=", sessionId);
  if (!all) query = query.where("author_id", "=", actor.accountId ?? "");
  const rows = await query.orderBy("proposed_at").orderBy("decision_amendment.id").execute();
  return rows.flatMap((row) => {
    const of = decisions.find(({ id }) => id === row.decision_id);
    if (!of) return [];
    const { id, text, note, reason, author_id: authorId, base_text: baseText } = row;
    return [
      { id, of, baseText, text, note, reason, authorId, by: row.name, at: row.proposed_at, decision: row.outcome },
    ];
  });
}
