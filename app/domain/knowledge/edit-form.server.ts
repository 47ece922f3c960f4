import type { Actor } from "#app/domain/access/actor.ts";
import { isFrozen } from "#app/domain/access/contribution-status.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { subjectOf } from "#app/domain/knowledge/contribution-row.server.ts";
import { findContributionFacts } from "#app/domain/knowledge/find-contribution.server.ts";
import { findHistory, type RevisionFacts } from "#app/domain/knowledge/find-history.server.ts";
import { type FormChoices, findChoices } from "#app/domain/knowledge/form-choices.server.ts";
import { readStoredContribution, type StoredContribution } from "#app/domain/knowledge/stored-contribution.server.ts";
import type { Db } from "#db/store.ts";

/** What the form of a stored contribution starts from. */
export interface EditForm {
  contribution: ContributionFacts;
  stored: StoredContribution;
  choices: FormChoices;
  /** What it said before and may say again, where that was asked for. */
  taken: TakenUp | null;
}

/** An earlier text of a contribution. */
export interface TakenUp {
  /** Counted as the history counts for the actor. */
  position: number;
  content: RevisionFacts["content"];
}

/**
 * The form of a stored contribution: a draft of the actor, or one that the actor may edit.
 * @param position of an earlier text that it is to say again, as the history counts; null for what it says now
 * @throws NotFound, Forbidden
 */
export async function findEditForm(
  db: Db,
  actor: Actor,
  number: string,
  position: number | null = null,
): Promise<EditForm> {
  const contribution = await findContributionFacts(db, actor, number);
  authorise(actor, "contribution.edit", subjectOf(actor, contribution));
  if (isFrozen(contribution.status)) throw new NotFound("form");
  const { groupId, programmeId, sessionId, status, beneficiary } = contribution;
  const session = sessionId
    ? await db.selectFrom("session").select("beneficiary_id").where("id", "=", sessionId).executeTakeFirst()
    : undefined;
  const context = { groupId, programmeId, delegationId: session?.beneficiary_id ?? null };
  const submittedAs = status === "draft" ? null : (beneficiary?.code ?? "");
  return {
    contribution,
    stored: await readStoredContribution(db, actor, contribution.id),
    choices: await findChoices(db, actor, context, submittedAs),
    taken: position === null ? null : await findTaken(db, actor, number, position),
  };
}

/** An earlier text of the original, which is what the form is about. */
async function findTaken(db: Db, actor: Actor, number: string, position: number): Promise<TakenUp> {
  const { revisions, versions } = await findHistory(db, actor, number);
  const content = revisions[position - 1]?.content;
  const original = versions.find(({ provenance }) => provenance === "original");
  if (!content || content.language !== original?.language) throw new NotFound("form");
  return { position, content };
}
