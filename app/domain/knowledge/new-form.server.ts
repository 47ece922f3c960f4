import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import type { Kind } from "#app/domain/codes.ts";
import { newId } from "#app/domain/identity.server.ts";
import { type CaptureContext, findContext } from "#app/domain/knowledge/find-context.server.ts";
import { type FormChoices, findChoices } from "#app/domain/knowledge/form-choices.server.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { itemKindIn } from "#app/domain/vocabulary/vocabulary.ts";
import type { Db } from "#db/store.ts";

/** What the form of a new contribution starts from. */
export interface NewForm {
  /** What the draft will be called inside, however often it is sent. */
  draftId: string;
  kind: Kind;
  context: CaptureContext;
  /** Of the actor, who writes for it. */
  institutionId: string | null;
  choices: FormChoices;
}

/**
 * The form for a new contribution, from nowhere, a session or an agenda item: its kind and attribution begin it.
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
    draftId: newId(),
    kind: from.kind ?? (await kindFor(db, context.item)),
    context,
    institutionId: membership?.role === "participant" ? membership.institutionId : null,
    choices: await findChoices(db, actor, context, null),
  };
}

/** What the agenda item is there to capture, where that is one kind. */
async function kindFor(db: Db, item: CaptureContext["item"]): Promise<Kind> {
  if (!item) return "practice";
  const { captures } = itemKindIn(await findVocabulary(db), item.kind);
  return captures === "any" || captures === "none" ? "practice" : captures;
}
