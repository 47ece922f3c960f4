import type { Amendment } from "#app/domain/minutes/find-amendments.server.ts";
import type { MinutedItem, Minutes } from "#app/domain/minutes/find-minutes.server.ts";
import { isAmendable, type RecordState } from "#app/domain/minutes/minutes-state.ts";
import { languageTag } from "#app/i18n/languages.ts";
import type { Text } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { type RecordSession, recordSession } from "#app/views/minutes/attendance-view.server.ts";
import { type ClosingView, closingView, untilWhen } from "#app/views/minutes/closing-view.server.ts";
import { formatsOf } from "#app/views/sessions/session-moment.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** An agenda item with its minutes, as a page shows it. */
export interface MinutedItemView {
  id: string;
  title: string;
  /** "09:30"; null for internal items. */
  start: string | null;
  internal: boolean;
  attribution: string | null;
  bodyHtml: string;
  revision: number;
  /** "Ana Anić, 4 Nov 2026" */
  written: string | null;
  /** What was corrected, in words. */
  corrections: string[];
}

/** An amendment in a list. */
export interface AmendmentView extends Pick<Amendment, "id" | "decision" | "reason" | "note"> {
  /** The item, or "Decision 3". */
  of: string;
  /** Value of `lang` for what it is of, where that is not the reader's. */
  lang?: string;
  /** Of minutes; empty for a decision, which is plain text. */
  bodyHtml: string;
  text: string;
  by: string;
  /** Where it is decided. */
  href: string;
}

/** The page of the minutes of a session. */
export interface MinutesView extends Pick<Minutes, "begun" | "isShown" | "may" | "decisions"> {
  session: RecordSession;
  /** Value of `lang` for what is written in the session's language. */
  lang: string;
  attribution: string;
  state: RecordState["state"];
  stateNote: string;
  /** What helps the viewer further; documents do not say it. */
  hint: string | null;
  items: MinutedItemView[];
  amendments: AmendmentView[];
  /** Whether the viewer decides on them, while that is possible. */
  decidesAmendments: boolean;
  /** What is open before the minutes are final; null where nothing is, and for who does not make them final. */
  closing: ClosingView | null;
}

/** Writes the minutes of a session. */
export function minutesView(minutes: Minutes, viewer: Viewer): MinutesView {
  const { session, record, begun, isShown, may, decisions } = minutes;
  return {
    session: recordSession(session, viewer),
    lang: languageTag(session.language),
    attribution: session.attribution,
    state: record.state,
    stateNote: stateNote(record, session, viewer),
    hint: hintOf(minutes, viewer),
    ...{ begun, isShown, may, decisions },
    decidesAmendments: minutes.decidesAmendments,
    closing: closingView(minutes, viewer),
    items: minutes.items.filter(isSaid).map((item) => minutedItem(item, session, viewer)),
    amendments: amendmentViews(minutes, viewer),
  };
}

function hintOf({ record, may, isEmptyDraft }: Minutes, { text, now }: Viewer): string | null {
  if (isEmptyDraft) return text("minutes.circulateLater");
  return isAmendable(record, now) && !may.amend ? text("minutes.whoAmends") : null;
}

/** Of a break nothing is said, unless somebody wrote something. */
function isSaid({ kind, revision }: MinutedItem): boolean {
  return !kind.isBreak || revision > 0;
}

function amendmentViews(minutes: Minutes, viewer: Viewer): AmendmentView[] {
  const { session, items, amendments, decisionAmendments } = minutes;
  const { text, formats } = viewer;
  const signed = ({ by, at }: Pick<Amendment, "by" | "at">) =>
    text("minutes.amendmentBy", { name: by, day: formats.dateTime(at) });
  return [
    ...amendments.map((one) => {
      const { id, decision, reason, note, bodyHtml, itemId } = one;
      const of = items.find((item) => item.id === itemId)?.title ?? "";
      const said = { of, lang: languageTag(session.language), bodyHtml, text: "" };
      return { id, decision, reason, note, ...said, by: signed(one), href: paths.amendment(session.id, id) };
    }),
    ...decisionAmendments.map((one) => {
      const { id, decision, reason, note } = one;
      const of = text("minutes.decisionNumber", { number: one.of.number });
      const said = { of, bodyHtml: "", text: one.text };
      return { id, decision, reason, note, ...said, by: signed(one), href: paths.decisionAmendment(session.id, id) };
    }),
  ];
}

/** Writes an item with what the minutes say of it. */
export function minutedItem(item: MinutedItem, session: Minutes["session"], viewer: Viewer): MinutedItemView {
  const { id, title, internal, attribution, bodyHtml, revision, startsAt, written, corrections } = item;
  const { text, formats } = viewer;
  return {
    ...{ id, title, internal, attribution, bodyHtml, revision },
    start: startsAt && formatsOf(session, viewer).time(startsAt),
    written: written && text("minutes.writtenBy", { name: written.by, at: formats.dateTime(written.at) }),
    corrections: corrections.map(({ by, at, reason }) =>
      text("minutes.corrected", { name: by, day: formats.dateShort(at), reason }),
    ),
  };
}

/** What the state of minutes means for their readers; days and times in the zone of the session. */
export function stateNote(
  { state, amendableUntil, finalAt }: RecordState,
  session: { zone: string; city: string },
  viewer: Viewer,
): string {
  const { text, now } = viewer;
  const formats = formatsOf(session, viewer);
  if (state === "draft" || amendableUntil === null) return text("minutes.stateNote.draft");
  if (state === "final") return text("minutes.stateNote.final", { day: formats.dateShort(finalAt ?? amendableUntil) });
  const until = untilWhen(amendableUntil, session, viewer);
  return text(now.toISOString() < amendableUntil ? "minutes.stateNote.circulated" : "minutes.stateNote.closed", {
    until,
  });
}

/** Items that something can be noted under. */
export function itemChoices(items: readonly { id: string; title: string }[], text: Text) {
  return [{ value: "", label: text("minutes.noItem") }, ...items.map(({ id, title }) => ({ value: id, label: title }))];
}
