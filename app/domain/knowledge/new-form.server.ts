import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import type { Kind } from "#app/domain/codes.ts";
import { type CaptureContext, findContext } from "#app/domain/knowledge/find-context.server.ts";
import { type FormChoices, findChoices } from "#app/domain/knowledge/form-choices.server.ts";
import type { Db } from "#db/store.ts";

/** What the form of a new contribution starts from. */
export interface NewForm {
  kind: Kind;
  context: CaptureContext;
  /** Of the actor, who writes for it. */
  institutionId: string | null;
  choices: FormChoices;
}

const kindOfItem: Record<string, Kind> = {
  "capture-needs": "need",
  "capture-practices": "practice",
  "capture-challenges": "challenge",
  "capture-proposals": "proposal",
};

/**
 * The form for a new contribution, from nowhere, a session or an agenda item, whose kind and attribution it starts with.
 * @throws NotFound, Forbidden
 */
export async function findNewForm(
  db: Db,
  actor: Actor,
  from: { groupId: string | null; sessionId: string | null; itemId: string | null; kind: Kind | null },
): Promise<NewForm> {
  const context = await findContext(db, actor, from);
  authorise(actor, "contribution.post", { groupId: context.groupId });
  const membership = membershipIn(actor, context.groupId);
  return {
    kind: from.kind ?? kindOfItem[context.item?.kind ?? ""] ?? "practice",
    context,
    institutionId: membership?.role === "participant" ? membership.institutionId : null,
    choices: await findChoices(db, actor, context, null),
  };
}
