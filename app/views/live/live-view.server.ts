import type { Actor } from "#app/domain/access/actor.ts";
import { type Kind, wideBeneficiaries } from "#app/domain/codes.ts";
import type { Live } from "#app/domain/live/find-live.server.ts";
import type { Wait } from "#app/domain/live/find-wait.server.ts";
import type { LiveCourse } from "#app/domain/live/live-course.ts";
import { nameWithMark, wideName } from "#app/domain/programme/beneficiary-name.ts";
import { languageTag } from "#app/i18n/languages.ts";
import {
  type AttendingView,
  attendingInOrder,
  type RecordSession,
  recordSession,
} from "#app/views/minutes/attendance-view.server.ts";
import { type MinutedItemView, minutedItem } from "#app/views/minutes/minutes-view.server.ts";
import { type CaptureView, captureViews } from "#app/views/sessions/capture-view.ts";
import { formatsOf } from "#app/views/sessions/session-moment.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** An agenda item on the live page. */
export interface LiveItemView extends MinutedItemView {
  /** Planned. */
  minutes: number;
  isBreak: boolean;
  /** What is captured under it, unless one says otherwise; null where nothing is. */
  captures: Kind | null;
  /** Its minutes as they are typed; null for who does not write them. */
  body: string | null;
}

/** What was captured, with the id of its item on the viewer's agenda. */
export interface LiveCaptureView extends CaptureView {
  itemId: string | null;
}

/** A session while it goes on. Instants are given as such: the clock ticks in the browser. */
export interface LiveView {
  session: RecordSession & { startsAt: string; endsAt: string; joinLink: string | null; cancelled: boolean };
  /** Value of `lang` for what is written in the session's language. */
  lang: string;
  begun: boolean;
  /** Milliseconds since 1970, by the clock of the server. */
  now: number;
  /** "09:42", in the zone of the session. */
  clock: string;
  course: LiveCourse;
  items: LiveItemView[];
  people: AttendingView[];
  captures: LiveCaptureView[];
  wait: Wait | null;
  delegations: { value: string; label: string }[] | null;
  may: Live["may"];
  version: string;
  /** Accounts that have the page open. */
  present: string[];
}

/** Writes a session while it goes on. */
export function liveView(live: Live, present: string[], actor: Actor, viewer: Viewer): LiveView {
  const { session, course, begun, items, people, captures, wait, delegations, may, version } = live;
  const { text, locale, now } = viewer;
  const ids = new Map(captures.map(({ number, itemId }) => [number, itemId]));
  const seen = new Set(items.map(({ id }) => id));
  const { startsAt, endsAt, joinLink, cancelled } = session;
  return {
    session: { ...recordSession(session, viewer), startsAt, endsAt, joinLink, cancelled },
    lang: languageTag(session.language),
    now: now.getTime(),
    clock: formatsOf(session, viewer).time(now.toISOString()),
    people: attendingInOrder(people, viewer),
    items: items.map((item) => ({
      ...minutedItem(item, session, viewer),
      ...{ minutes: item.minutes, isBreak: item.kind.isBreak, body: item.body },
      captures: item.kind.captures === "none" ? null : item.kind.captures === "any" ? "practice" : item.kind.captures,
    })),
    captures: captureViews(captures, { items }, actor, viewer).map((capture) => {
      const itemId = ids.get(capture.number) ?? null;
      return { ...capture, itemId: itemId !== null && seen.has(itemId) ? itemId : null };
    }),
    delegations: delegations && [
      ...delegations.map((one) => ({ value: one.code, label: nameWithMark(one, locale) })),
      ...wideBeneficiaries.map((code) => ({ value: code, label: wideName(text, code) })),
    ],
    ...{ course, begun, wait, may, version, present },
  };
}
