import type { ContributionTable } from "#db/schema/contribution.ts";

export type ContributionStatus = ContributionTable["status"];

type Trait =
  /** Heard at its sharing level: listed, found, linked to, counted. */
  | "submitted"
  /** Still moving: translated, asked about, shared further, imported over. */
  | "open"
  /** Kept as it was: nobody edits it any more. */
  | "frozen"
  /** Waits for its author. */
  | "unfinished"
  /** Can be completed to a full one. */
  | "incomplete"
  /** Somebody vouched for what it says now; an edit would undo that. */
  | "reviewed";

/** The life of a contribution: draft -> captured -> complete -> checked -> validated, with three ways off that road. */
const life = {
  draft: ["unfinished"],
  captured: ["submitted", "open", "incomplete"],
  complete: ["submitted", "open"],
  checked: ["submitted", "open", "reviewed"],
  validated: ["submitted", "open", "reviewed"],
  returned: ["submitted", "open", "unfinished", "incomplete"],
  archived: ["submitted", "frozen"],
  withdrawn: ["frozen"],
} as const satisfies Record<ContributionStatus, readonly Trait[]>;

type Having<T extends Trait> = {
  [S in ContributionStatus]: T extends (typeof life)[S][number] ? S : never;
}[ContributionStatus];

const statuses = Object.keys(life) as ContributionStatus[];
const having = <T extends Trait>(trait: T) =>
  statuses.filter((status): status is Having<T> => (life[status] as readonly Trait[]).includes(trait));
const asks =
  <S extends ContributionStatus>(among: readonly S[]) =>
  (status: string): status is S =>
    (among as readonly string[]).includes(status);

export const submittedStatuses = having("submitted");
export const openStatuses = having("open");
export const unfinishedStatuses = having("unfinished");
export const reviewedStatuses = having("reviewed");

export const isSubmitted = asks(submittedStatuses);
export const isOpen = asks(openStatuses);
export const isUnfinished = asks(unfinishedStatuses);
export const isFrozen = asks(having("frozen"));
export const isIncomplete = asks(having("incomplete"));
export const isReviewed = asks(reviewedStatuses);

/** The steps of a review in their order. */
export const reviewSteps = ["captured", "complete", "checked", "validated"] as const satisfies ContributionStatus[];
export type ReviewStep = (typeof reviewSteps)[number];

/** In which contributions wait for a reviewer: for consultants, who check, and for organisers, who validate. */
export const awaitedStatuses = ["complete", "checked"] as const satisfies ReviewStep[];
export type AwaitedStatus = (typeof awaitedStatuses)[number];

/** Where the review of a contribution begins, and begins again after every change of what it says. */
export function firstStep(depth: ContributionTable["depth"]): ReviewStep {
  return depth === "full" ? "complete" : "captured";
}

/** How much a contribution at a step says. */
export function depthAt(step: ReviewStep): ContributionTable["depth"] {
  return step === "captured" ? "snapshot" : "full";
}
