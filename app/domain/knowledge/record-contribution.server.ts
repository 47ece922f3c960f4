import type { Actor } from "#app/domain/access/actor.ts";
import type { ContributionForm, Intent } from "#app/domain/knowledge/contribution-input.ts";
import { draftContribution } from "#app/domain/knowledge/draft-contribution.server.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import type { Store } from "#db/connect.server.ts";

/** The deed behind the forms of a record, by the button that was pressed. */
export async function recordContribution(
  store: Store,
  actor: Actor,
  form: ContributionForm & { groupId: string | null; depth: "snapshot" | "full" },
  now: Date = new Date(),
): Promise<{ number: string; intent: Intent }> {
  const { input, intent, number, revision, groupId } = form;
  const draft = { ...input, number, groupId };
  switch (intent) {
    case "submit":
      return { ...(await submitContribution(store, actor, { ...draft, depth: form.depth }, now)), intent };
    case "keep":
      return { ...(await submitContribution(store, actor, { ...draft, depth: "snapshot" }, now)), intent };
    case "save":
    case "complete": {
      const changed = { ...input, number: number ?? "", revision, complete: intent === "complete" };
      return { ...(await saveContribution(store, actor, changed, now)), intent };
    }
    default:
      return { ...(await draftContribution(store, actor, draft, now)), intent };
  }
}
