import { z } from "zod";
import { id, oneOf, optionalId, optionalOneOf, revision, tick } from "#app/domain/forms/choice-fields.ts";
import { optionalText, requiredText } from "#app/domain/forms/text-fields.ts";
import { optionalDay, wholeNumber } from "#app/domain/forms/time-fields.ts";
import { actionStates, minutesLimits } from "#app/domain/minutes/minutes-limits.ts";

/** Days in which amendments may be proposed, unless said otherwise. */
export const AMENDMENT_DAYS = 7;
export const MOST_AMENDMENT_DAYS = 60;

/** Of a form that is opened while the session goes on: there one comes back to. */
function ledBack() {
  return { back: optionalOneOf(["live"]) };
}

/** The form of the minutes of an item. */
export const minutesTextForm = z.object({
  body: optionalText(minutesLimits.body),
  /** The revision the text was begun from; stays when somebody else saves meanwhile. */
  from: revision(),
  revision: revision(),
  /** Brings the text together with what is stored. */
  merge: tick(),
  /** Of a correction of final minutes. */
  reason: optionalText(minutesLimits.reason),
  ...ledBack(),
});

/** Something decided; under an item or, empty, under none. */
const decisionForm = z.object({ text: requiredText(minutesLimits.decision), itemId: optionalId() });

export const newDecisionForm = decisionForm.extend(ledBack());

export const decisionChangeForm = decisionForm.extend({ revision: revision() });

/** An action point. Its owner is `person:<account>` or `delegation:<beneficiary>`. */
const actionForm = z.object({
  text: requiredText(minutesLimits.action),
  owner: id(),
  dueOn: optionalDay(),
  itemId: optionalId(),
});

export const newActionForm = actionForm.extend(ledBack());

export const actionChangeForm = actionForm.extend({ revision: revision() });

export const settlementForm = z.object({
  state: oneOf(actionStates),
  note: optionalText(minutesLimits.note),
  revision: revision(),
});

export const circulationForm = z.object({
  days: wholeNumber({ least: 1, most: MOST_AMENDMENT_DAYS, says: "minutes.badDays" }),
});

export const amendmentForm = z.object({
  body: requiredText(minutesLimits.body),
  note: optionalText(minutesLimits.note),
  revision: revision(),
});

export const decisionAmendmentForm = amendmentForm.extend({ body: requiredText(minutesLimits.decision) });

export const amendmentDecisionForm = z.object({
  decision: oneOf(["accepted", "refused"]),
  reason: optionalText(minutesLimits.reason),
});
