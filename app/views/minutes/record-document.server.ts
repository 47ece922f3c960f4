import { type Disclosure, disclosure, stricter } from "#app/domain/access/attribution.ts";
import type { Attribution } from "#app/domain/codes.ts";
import { attended } from "#app/domain/minutes/attendance-states.ts";
import type { SessionRecord } from "#app/domain/minutes/find-record.server.ts";
import { footnoteWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { label } from "#app/i18n/labels.ts";
import { languageTag } from "#app/i18n/languages.ts";
import type { MessageKey } from "#app/i18n/message.ts";
import { textOf } from "#app/i18n/text.ts";
import { type Block, type PaperDocument, paragraph } from "#app/views/documents/blocks.ts";
import { blocksOfHtml } from "#app/views/documents/blocks-of-html.ts";
import { type ActionView, actionView } from "#app/views/minutes/action-view.server.ts";
import { type AttendingView, attendingInOrder } from "#app/views/minutes/attendance-view.server.ts";
import { type DocumentFor, disclosedBy, namedFirst } from "#app/views/minutes/document-for.ts";
import { minutesView } from "#app/views/minutes/minutes-view.server.ts";
import { recordLine } from "#app/views/minutes/record-line.ts";
import { momentOf } from "#app/views/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** The record of a session as one document. */
export function sessionDocument(record: SessionRecord, whom: DocumentFor, viewer: Viewer): PaperDocument {
  const { session } = record.minutes;
  const title = viewer.text("documents.minutesTitle", { title: titleOf(session, whom, viewer) });
  const notes = notesOf([record], whom, "documents.sharing", viewer);
  return paper(title, recordBlocks(record, whom, viewer, 1), notes, viewer);
}

/** The records of a round as one document. */
export function roundDocument(
  { round, records }: { round: RoundFacts; records: readonly SessionRecord[] },
  whom: DocumentFor,
  viewer: Viewer,
): PaperDocument {
  const title = viewer.text("documents.roundTitle", { title: label(round.titles, viewer.locale) });
  const { shown, isShort } = namedFirst(records, whom);
  const blocks = shown.flatMap((record): Block[] => [
    { kind: "heading", level: 1, text: titleOf(record.minutes.session, whom, viewer) },
    ...recordBlocks(record, whom, viewer, 2),
  ]);
  if (isShort) blocks.push(paragraph(viewer.text("documents.keptOut"), true));
  const any = blocks.length > 0 ? blocks : [paragraph(viewer.text("documents.noRecords"))];
  return paper(title, any, notesOf(shown, whom, "documents.sharingSeveral", viewer), viewer);
}

/**
 * What a document leaves out: internal items; and those whose attribution keeps the delegation that the document names.
 */
function leftOut({ session, items }: SessionRecord["minutes"], whom: DocumentFor): Set<string> {
  const isLeftOut = (item: (typeof items)[number]) =>
    whom === "others" && (item.internal || keepsDelegation(item.attribution as Attribution | null, session, whom));
  return new Set(items.filter(isLeftOut).map(({ id }) => id));
}

function keepsDelegation(attribution: Attribution | null, session: SessionFacts, whom: DocumentFor): boolean {
  if (session.beneficiary === null || !disclosedBy(session, whom).beneficiary) return false;
  return !disclosure(stricter(attribution ?? session.attribution, session.attribution), whom === "viewer").beneficiary;
}

/** For whom a document is, and the footnotes of the delegations that it names. */
function notesOf(
  records: readonly SessionRecord[],
  whom: DocumentFor,
  audience: "documents.sharing" | "documents.sharingSeveral",
  { text, locale }: Viewer,
): string[] {
  const footnotes = records.map(({ minutes: { session } }) =>
    session.beneficiary && disclosedBy(session, whom).beneficiary ? footnoteWithMark(session.beneficiary, locale) : "",
  );
  const sharing = text(whom === "viewer" ? "documents.mineNote" : audience);
  return [sharing, ...new Set(footnotes.filter((footnote) => footnote !== ""))];
}

function paper(title: string, blocks: Block[], notes: string[], { text, locale }: Viewer): PaperDocument {
  return {
    ...{ title, blocks, notes },
    lang: languageTag(locale),
    footer: title.length > 80 ? `${title.slice(0, 79)}…` : title,
    pageOf: (page, pages) => text("documents.page", { page, pages }),
  };
}

function titleOf(session: SessionFacts, whom: DocumentFor, viewer: Viewer): string {
  if (session.beneficiary && !disclosedBy(session, whom).beneficiary) return viewer.text("documents.anonymousTitle");
  return sessionTitle(session, viewer);
}

function recordBlocks(record: SessionRecord, whom: DocumentFor, viewer: Viewer, level: 1 | 2): Block[] {
  const { text } = viewer;
  const told = disclosedBy(record.minutes.session, whom);
  const below = level === 1 ? 2 : 3;
  const parts = (key: MessageKey, blocks: Block[]): Block[] => [
    { kind: "heading", level, text: text(key) },
    ...(blocks.length > 0 ? blocks : [paragraph(text("documents.none"))]),
  ];
  return [
    ...headBlocks(record, whom, viewer),
    ...parts("documents.attendance", attendanceBlocks(record, told, viewer)),
    ...parts("minutes.items", itemBlocks(record, whom, viewer, below)),
    ...parts("minutes.decisions", decisionBlocks(record, whom, viewer)),
    ...parts("minutes.actions", actionBlocks(record, told, whom, viewer)),
    ...parts("documents.captures", captureBlocks(record, whom, viewer)),
  ];
}

function headBlocks({ minutes }: SessionRecord, whom: DocumentFor, viewer: Viewer): Block[] {
  const { text, locale } = viewer;
  const { session } = minutes;
  const told = disclosedBy(session, whom);
  const moment = momentOf(session, viewer);
  const { state, stateNote } = minutesView(minutes, viewer);
  return [
    paragraph(text("documents.group", { group: label(session.group, locale) })),
    paragraph(text("documents.round", { round: label(session.round.titles, locale) })),
    // The day of a bilateral session names the delegation.
    told.day ? paragraph(text("documents.when", { when: `${moment.date}, ${moment.time}`, zone: moment.zone })) : null,
    paragraph(
      text("documents.state", { state: text(`minutes.state.${state}`), note: told.day ? stateNote : "" }).trim(),
    ),
    paragraph(text("documents.attribution", { attribution: textOf(text, `codes.attribution.${session.attribution}`) })),
    told.person ? null : paragraph(text("documents.attributionKept"), true),
  ].filter((block) => block !== null);
}

function attendanceBlocks({ attendance }: SessionRecord, told: Disclosure, viewer: Viewer): Block[] {
  const { text } = viewer;
  const people = attendingInOrder(attendance.people, viewer);
  const count = people.filter(({ state }) => attended(state)).length + attendance.guests.length;
  const counted = paragraph(text("documents.counted", { count }));
  if (!told.institution) return [counted];
  const part = (person: AttendingView) => text(`sessions.part.${person.part}`);
  const state = (person: AttendingView) =>
    person.state ? text(`attendance.state.${person.state}`) : text("attendance.unknown");
  const row = (person: AttendingView) =>
    told.person
      ? [person.name, person.institution ?? "", part(person), state(person)]
      : [person.institution ?? "", part(person), state(person)];
  const guests = attendance.guests.map(({ capacity, institution }) => {
    const present = text("attendance.state.present");
    return told.person
      ? [capacity, institution, text("documents.guest"), present]
      : [institution, text("documents.guest"), present];
  });
  const heads = [text("documents.institution"), text("documents.part"), text("documents.column.state")];
  return [
    counted,
    {
      kind: "table",
      caption: text("documents.attendance"),
      widths: told.person ? [28, 36, 18, 18] : [52, 24, 24],
      head: told.person ? [text("documents.name"), ...heads] : heads,
      rows: [...people.map(row), ...guests],
    },
  ];
}

function itemBlocks({ minutes }: SessionRecord, whom: DocumentFor, viewer: Viewer, level: 2 | 3): Block[] {
  const { items, lang } = minutesView(minutes, viewer);
  const told = disclosedBy(minutes.session, whom);
  const out = leftOut(minutes, whom);
  return items
    .filter(({ id }) => !out.has(id))
    .flatMap((item): Block[] => [
      { kind: "heading", level, text: item.title, lang },
      ...(item.bodyHtml ? blocksOfHtml(item.bodyHtml, lang) : [paragraph(viewer.text("minutes.nothing"), true)]),
      ...(told.person ? item.corrections.map((correction) => paragraph(correction, true)) : []),
    ]);
}

function decisionBlocks({ minutes }: SessionRecord, whom: DocumentFor, viewer: Viewer): Block[] {
  const out = leftOut(minutes, whom);
  return minutes.decisions
    .filter(({ itemId }) => itemId === null || !out.has(itemId))
    .map(({ number, text }) => ({
      kind: "paragraph",
      runs: [{ text: `${viewer.text("minutes.decisionNumber", { number })}: `, bold: true }, { text }],
    }));
}

function actionBlocks(
  { actions, minutes }: SessionRecord,
  told: Disclosure,
  whom: DocumentFor,
  viewer: Viewer,
): Block[] {
  const { text } = viewer;
  const out = leftOut(minutes, whom);
  const shown = actions.filter(({ itemId }) => itemId === null || !out.has(itemId));
  if (shown.length === 0) return [];
  const owner = (view: ActionView, isPerson: boolean) =>
    (isPerson ? told.person : told.beneficiary) ? view.owner : text("documents.owner");
  return [
    {
      kind: "table",
      caption: text("minutes.actions"),
      widths: [7, 41, 22, 16, 14],
      head: [
        text("actions.number"),
        text("actions.text"),
        text("actions.owner"),
        text("actions.dueOn"),
        text("actions.state"),
      ],
      rows: shown.map((point) => {
        const view = actionView(point, false, viewer);
        const due = view.dueShort ?? text("actions.noDay");
        return [
          String(view.number),
          view.text,
          owner(view, point.owner !== null),
          due,
          text(`actions.stateOf.${view.state}`),
        ];
      }),
    },
  ];
}

function captureBlocks({ captures, minutes }: SessionRecord, whom: DocumentFor, viewer: Viewer): Block[] {
  return captures
    .filter(({ status }) => status !== "draft")
    .filter(({ attribution }) => !keepsDelegation(attribution, minutes.session, whom))
    .map((record) => recordLine(record, viewer));
}
