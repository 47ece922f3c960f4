import type { OwnerChoices } from "#app/domain/minutes/action-owner.server.ts";
import { type ActionPoint, todayIn } from "#app/domain/minutes/find-action-points.server.ts";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { label, type ShownLabel, shownLabel } from "#app/i18n/labels.ts";
import { languageTag } from "#app/i18n/languages.ts";
import { formatsOf } from "#app/views/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** An action point in a list. */
export interface ActionView {
  id: string;
  sessionId: string;
  number: number;
  text: string;
  /** Value of `lang` for its text. */
  lang: string;
  /** A name, or "Delegation: ..." with the mark. */
  owner: string;
  /** "4 November 2026", and short; null without a day. */
  due: string | null;
  dueShort: string | null;
  overdue: boolean;
  state: ActionPoint["state"];
  note: string;
  /** "done, 4 Nov 2026"; null while it is open. */
  settled: string | null;
  /** The session that agreed on it, and its round. */
  session: string;
  round: string;
  /** Its working group, where actions of several stand together. */
  group: ShownLabel | null;
  /** Whether the viewer may say what became of it. */
  settles: boolean;
}

/**
 * Writes an action point.
 * @param inSeveral whether it is named with its group
 */
export function actionView(point: ActionPoint, settles: boolean, viewer: Viewer, inSeveral = false): ActionView {
  const { text, locale, formats, now } = viewer;
  const { id, sessionId, number, owner, delegation, dueOn, state, note, settledAt, session } = point;
  return {
    ...{ id, sessionId, number, state, note, settles },
    text: point.text,
    lang: languageTag(session.language),
    owner: owner?.name ?? delegationOf(delegation, viewer),
    due: dueOn && formats.dateRange(dueOn, dueOn),
    dueShort: dueOn && formatsOn(viewer).dateShort(`${dueOn}T12:00:00.000Z`),
    overdue: state === "open" && dueOn !== null && dueOn < todayIn(session.zone, now),
    settled:
      settledAt &&
      text("actions.settledOn", { state: text(`actions.stateOf.${state}`), day: formats.dateShort(settledAt) }),
    session: sessionTitle(session, viewer),
    round: label(session.round, locale),
    group: inSeveral ? shownLabel(point.group, locale) : null,
  };
}

/** Days have no zone: at noon in UTC each is itself. */
function formatsOn({ locale }: Viewer) {
  return formatsOf({ zone: "UTC", city: "" }, { locale });
}

function delegationOf(delegation: ActionPoint["delegation"], { text, locale }: Viewer): string {
  return delegation ? text("actions.delegation", { beneficiary: nameWithMark(delegation, locale) }) : "";
}

/** Who may own an action point, for the field of its form. */
export function ownerOptions({ people, delegations }: OwnerChoices, viewer: Viewer) {
  const { text, locale, formats } = viewer;
  return [
    {
      group: text("actions.ownerPeople"),
      options: people
        .map(({ accountId, name }) => ({ value: `person:${accountId}`, label: name }))
        .sort((a, b) => formats.collator.compare(a.label, b.label)),
    },
    {
      group: text("actions.ownerDelegations"),
      options: delegations.map((one) => ({ value: `delegation:${one.id}`, label: nameWithMark(one, locale) })),
    },
  ].filter(({ options }) => options.length > 0);
}

/** Delegations to filter by. */
export function delegationOptions(delegations: OwnerChoices["delegations"], { locale }: Viewer) {
  return delegations.map((one) => ({ value: one.id, label: nameWithMark(one, locale) }));
}
