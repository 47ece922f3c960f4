import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import type { Kind } from "#app/domain/codes.ts";
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

/** What the form begins with: the rest follows from it. */
interface Beginning extends Pick<NewForm, "draftId"> {
  groupId: string | null;
  sessionId: string | null;
  itemId: string | null;
  kind: Kind | null;
}

/** The draft of the actor that a form has begun already, where it is one still. */
export function findBegunDraft(db: Db, actor: Actor, draftId: string): Promise<{ number: string } | undefined> {
  return db
    .selectFrom("contribution")
    .select("number")
    .where("id", "=", draftId)
    .where("author_id", "=", actor.accountId)
    .where("status", "=", "draft")
    .executeTakeFirst();
}

/**
 * The form for a new contribution, from nowhere, a session or an agenda item: its kind and attribution begin it.
 * @throws NotFound, Forbidden
 */
export async function findNewForm(db: Db, actor: Actor, from: Beginning): Promise<NewForm> {
  const context = await findContext(db, actor, from);
  authorise(actor, "contribution.post", { groupId: context.groupId });
  const membership = membershipIn(actor, context.groupId);
  return {
    draftId: from.draftId,
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
