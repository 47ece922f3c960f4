import { peopleToTell } from "#app/domain/planning/draft-changes.ts";
import type { DraftOnPage } from "#app/domain/planning/find-drafts.server.ts";
import { shownChanges } from "#app/domain/planning/release-draft.server.ts";
import { changeInList, draftName, draftView } from "#app/views/planning/draft-view.server.ts";
import { type PlannedRound, plannedRound } from "#app/views/planning/frame-view.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What a release would do, before it is done. */
export interface ReleaseView {
  round: PlannedRound;
  draft: { id: string; name: string };
  /** Everybody who would get mails, each with what these say. */
  people: { accountId: string; name: string; mails: string[] }[];
  mails: number;
  cancels: boolean;
  /** What must be put right first. */
  blocking: string[];
  shown: string;
}

/** Writes every mail that a release would send. */
export function releaseView(page: DraftOnPage, viewer: Viewer): ReleaseView {
  const { draft, round, people } = page;
  const { text, formats } = viewer;
  const { changes } = draft;
  const told = peopleToTell(changes);
  const listed = people
    .filter(({ accountId }) => told.has(accountId))
    .map(({ accountId, name }) => ({
      accountId,
      name,
      mails: changes
        .filter(({ pairing }) => pairing.people.some((one) => one.accountId === accountId))
        .map((change) => {
          const { name: session, was, becomes } = changeInList(change, round, viewer, text("plan.notScheduled"));
          return text(`plan.mail.${change.kind}`, { name: session, was, when: becomes });
        }),
    }));
  return {
    round: plannedRound(round, viewer),
    draft: { id: draft.id, name: draftName(draft, viewer) },
    people: listed.sort((a, b) => formats.collator.compare(a.name, b.name)),
    mails: listed.reduce((sum, { mails }) => sum + mails.length, 0),
    cancels: changes.some(({ kind }) => kind === "gone"),
    blocking: draftView(page, null, viewer)
      .conflicts.filter(({ blocks }) => blocks)
      .map((conflict) => conflict.text),
    shown: shownChanges(changes),
  };
}
