import type { Actor } from "#app/domain/access/actor.ts";
import type { ContributionForm, Intent } from "#app/domain/knowledge/contribution-input.ts";
import { draftContribution } from "#app/domain/knowledge/draft-contribution.server.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import type { FlashKey } from "#app/i18n/message.ts";
import { paths } from "#app/paths.ts";
import type { Store } from "#db/store.ts";

/** What the forms of a record did, and where it leads. */
export interface Recorded {
  number: string;
  intent: Intent;
  to: string;
  flash: FlashKey;
}

/** The deed behind the forms of a record, by the button that was pressed. */
export async function recordContribution(
  store: Store,
  actor: Actor,
  form: ContributionForm & { groupId: string | null },
  now: Date = new Date(),
): Promise<Recorded> {
  const { input, intent, revision, groupId } = form;
  const draft = { ...input, number: form.number, groupId };
  switch (intent) {
    case "submit":
    case "keep": {
      const depth = intent === "keep" ? ("snapshot" as const) : form.depth;
      const { number } = await submitContribution(store, actor, { ...draft, depth }, now);
      return { number, intent, to: paths.contribution(number), flash: "knowledge.submitted" };
    }
    case "save":
    case "complete": {
      const changed = { ...input, number: form.number ?? "", revision, complete: intent === "complete" };
      const { number } = await saveContribution(store, actor, changed, now);
      return { number, intent, to: paths.contribution(number), flash: "knowledge.changed" };
    }
    default: {
      const { number } = await draftContribution(store, actor, draft, now);
      return { number, intent, to: paths.contributionEdit(number), flash: "knowledge.drafted" };
    }
  }
}
