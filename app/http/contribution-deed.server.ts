import type { ActionFunctionArgs } from "@remix-run/node";
import { type ContributionForm, contributionForm } from "#app/domain/knowledge/contribution-input.ts";
import { draftContribution } from "#app/domain/knowledge/draft-contribution.server.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import type { SignedInVisit } from "#app/http/visit.server.ts";
import { paths } from "#app/paths.ts";
import type { Store } from "#db/store.ts";

/**
 * Action of the forms of a contribution: the deed of the button that was pressed, and where it leads.
 * @param numberOf which contribution it is about; null begins one
 */
export function contributionDeed(numberOf: (form: ContributionForm, args: ActionFunctionArgs) => string | null) {
  return deed({
    input: contributionForm,
    act: (visit, form, store, args, { knows }) =>
      press(visit, { ...form, number: numberOf(form, args) }, knows.after, store),
    made: ({ number }) => paths.contribution(number),
    then: ({ next }) => next,
  });
}

/** The record that was written, and where that leads. */
interface Pressed {
  number: string;
  next: string;
}

async function press(visit: SignedInVisit, form: ContributionForm, after: string[], store: Store): Promise<Pressed> {
  const { actor, groupId, now } = visit;
  const { intent, input, depth, draftId, revision } = form;
  const knows = revision === null ? null : { revision, after };
  const draft = { ...input, number: form.number, draftId, knows, groupId };
  switch (intent) {
    case "submit":
    case "keep": {
      const submission = { ...draft, depth: intent === "keep" ? ("snapshot" as const) : depth };
      const { number } = await submitContribution(store, actor, submission, now);
      return { number, next: withFlash(paths.contribution(number), "knowledge.submitted") };
    }
    case "save":
    case "complete": {
      const changes = { ...input, number: form.number ?? "", revision: revision ?? 0, complete: intent === "complete" };
      const { number } = await saveContribution(store, actor, changes, now);
      const said = changes.complete ? "knowledge.completed" : "knowledge.changed";
      return { number, next: withFlash(paths.contribution(number), said) };
    }
    default: {
      const { number } = await draftContribution(store, actor, draft, now);
      return { number, next: withFlash(paths.contributionEdit(number), "knowledge.drafted") };
    }
  }
}
