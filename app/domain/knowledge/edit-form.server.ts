import type { Actor } from "#app/domain/access/actor.ts";
import { isFrozen } from "#app/domain/access/contribution-status.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { subjectOf } from "#app/domain/knowledge/contribution-row.server.ts";
import { findContributionFacts } from "#app/domain/knowledge/find-contribution.server.ts";
import { type FormChoices, findChoices } from "#app/domain/knowledge/form-choices.server.ts";
import { readStoredContribution, type StoredContribution } from "#app/domain/knowledge/stored-contribution.server.ts";
import type { Db } from "#db/store.ts";

/** What the form of a stored contribution starts from. */
export interface EditForm {
  contribution: ContributionFacts;
  stored: StoredContribution;
  choices: FormChoices;
}

/**
 * The form of a stored contribution: a draft of the actor, or one that the actor may edit.
 * @throws NotFound, Forbidden
 */
export async function findEditForm(db: Db, actor: Actor, number: string): Promise<EditForm> {
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
  };
}
