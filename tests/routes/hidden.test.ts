import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#app/domain/identity.server.ts";
import { paths } from "#app/paths.ts";
import { type Answer, type Ask, ask } from "#tests/routes/asking.ts";
import { type Asker, openTarget, type Target } from "#tests/routes/target.ts";

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

type Thing =
  | "action"
  | "decision"
  | "amendment"
  | "amendmentOfText"
  | "guest"
  | "session"
  | "reply"
  | "item"
  | "record"
  | "request"
  | "membership"
  | "invitation"
  | "mail"
  | "round"
  | "template"
  | "account";

/** Something hidden: the id that exists, those who may see it, and the addresses that lead to it. */
const hidden: Record<Thing, { id: () => string; seenBy: Asker; at: ((id: string) => string)[] }> = {
  session: {
    id: () => target.things.session,
    seenBy: "participant",
    at: [
      ...[paths.session, paths.sessionCalendar, paths.agenda, paths.newAgendaItem, paths.agendaTemplate],
      ...[paths.sessionEdit, paths.sessionCancellation, paths.sessionAnswer, paths.sessionReminder],
      paths.keptTime,
      (id) => paths.answerForPerson(id, target.w.people.participantBa),
      ...[paths.attendance, paths.ownAttendance, paths.newGuest],
      ...[(id: string) => paths.minutesDocument(id), (id: string) => paths.minutesPdf(id)],
      ...[(id: string) => paths.live(id), (id: string) => paths.liveEvents(id)],
      (id) => paths.liveCapture(id),
      ...[paths.minutes, paths.circulation, paths.amendingEnd, paths.finalisation, paths.newDecision, paths.newAction],
      (id) => paths.newContribution({ session: id }),
    ],
  },
  item: {
    id: () => target.things.item,
    seenBy: "consultant",
    at: [
      (id) => paths.agendaItem(target.things.session, id),
      ...[(id: string) => paths.question(id), (id: string) => paths.questionCsv(id)],
      (id) => paths.agendaItemPosition(target.things.session, id),
      (id) => paths.agendaItemRemoval(target.things.session, id),
      (id) => paths.newContribution({ session: target.things.session, item: id }),
      (id) => paths.minutesItem(target.things.session, id),
      (id) => paths.liveText(target.things.session, id),
      (id) => paths.liveCapture(target.things.session, { item: id }),
      (id) => paths.minutesHistory(target.things.session, id),
      (id) => paths.newAmendment(target.things.session, id),
    ],
  },
  decision: {
    id: () => target.things.decision,
    seenBy: "consultant",
    at: [
      (id) => paths.decision(target.things.session, id),
      (id) => paths.decisionRemoval(target.things.session, id),
      (id) => paths.newDecisionAmendment(target.things.session, id),
    ],
  },
  amendment: {
    id: () => target.things.decisionAmendment,
    seenBy: "consultant",
    at: [(id) => paths.decisionAmendment(target.things.session, id)],
  },
  amendmentOfText: {
    id: () => target.things.amendment,
    seenBy: "consultant",
    at: [(id) => paths.amendment(target.things.session, id)],
  },
  guest: {
    id: () => target.things.guest,
    seenBy: "consultant",
    at: [(id) => paths.guestRemoval(target.things.session, id)],
  },
  action: { id: () => target.things.action, seenBy: "participant", at: [paths.action, paths.actionEdit] },
  record: {
    id: () => target.things.record,
    seenBy: "participant",
    at: [
      ...[
        paths.contribution,
        paths.contributionEdit,
        paths.contributionHistory,
        paths.contributionDifferences,
        paths.withdrawal,
        paths.review,
      ],
      ...[(id: string) => paths.secondReading(id), paths.unreadSharing],
      ...[paths.contributionSharing, (id: string) => paths.contributionTranslation(id)],
      (id) => paths.publicContribution("en", id),
    ],
  },
  request: { id: () => target.things.request, seenBy: "speaker", at: [paths.sharingRequest, paths.sharingWithdrawal] },
  membership: {
    id: () => target.things.membership,
    seenBy: "organiser",
    at: [paths.member, paths.memberDeactivation],
  },
  invitation: {
    id: () => target.things.invitation,
    seenBy: "organiser",
    at: [paths.invitationWithdrawal, paths.invitationSent, (id) => paths.newInvitation({ again: id })],
  },
  template: {
    id: () => target.things.template,
    seenBy: "organiser",
    at: [paths.template, paths.templateEdit, paths.templateCopy, paths.templateRetirement, paths.newTemplateItem],
  },
  reply: { id: () => target.things.reply, seenBy: "organiser", at: [paths.replySettlement] },
  mail: { id: () => target.things.mail, seenBy: "organiser", at: [paths.outboxMail] },
  round: {
    id: () => target.w.roundId,
    seenBy: "observer",
    at: [
      ...[
        paths.round,
        paths.roundEdit,
        paths.roundRemoval,
        paths.newSession,
        paths.severalSessions,
        (id: string) => paths.roundMinutes(id),
      ],
      ...[
        paths.roundCopy,
        paths.plan,
        paths.planSettings,
        paths.newPairing,
        paths.severalPairings,
        paths.planAvailability,
      ],
      ...[paths.availability, paths.availabilityCalendar, paths.planProposal],
      (id) => paths.planDraft(id, target.things.planDraft),
      (id) => paths.planRelease(id, target.things.planDraft),
      (id) => paths.planReleaseMails(id, target.things.planDraft, target.w.people.secondConsultant),
      (id) => paths.planRun(id, target.things.planRun),
    ],
  },
  account: {
    id: () => target.w.people.observer,
    seenBy: "administrator",
    at: [paths.accountDeactivation],
  },
};

/** Who is kept out; an administrator reads no more of a session than anybody else. */
const outsiders: Record<Thing, Asker[]> = {
  session: ["anonymous", "otherDelegation", "otherConsultant", "administrator"],
  item: ["anonymous", "otherDelegation", "otherConsultant", "administrator"],
  action: ["anonymous", "otherDelegation", "otherConsultant", "administrator"],
  decision: ["anonymous", "otherDelegation", "otherConsultant", "administrator"],
  amendment: ["anonymous", "otherDelegation", "otherConsultant", "administrator"],
  amendmentOfText: ["anonymous", "otherDelegation", "otherConsultant", "administrator"],
  guest: ["anonymous", "otherDelegation", "otherConsultant", "administrator"],
  record: ["anonymous", "otherDelegation", "observer", "administrator"],
  request: ["anonymous", "otherDelegation", "observer", "administrator"],
  membership: ["anonymous", "otherOrganiser", "sameBeneficiaryElsewhere"],
  invitation: ["anonymous", "participant", "otherOrganiser"],
  template: ["anonymous", "otherOrganiser", "administrator"],
  reply: ["anonymous", "participant", "consultant", "otherOrganiser", "administrator"],
  mail: ["anonymous", "participant", "otherOrganiser", "administrator"],
  round: ["anonymous", "otherOrganiser", "administrator"],
  account: ["anonymous", "organiser"],
};

type Way = [path: (path: string) => string, what: Ask];
const data = (path: string) => path.replace(/^([^?]+)/, "$1.data");
const also = (path: string, more: string) => `${path}${path.includes("?") ? "&" : "?"}${more}`;
const asIs = (path: string) => path;
const ways: Record<string, Way> = {
  GET: [asIs, {}],
  HEAD: [asIs, { method: "HEAD" }],
  OPTIONS: [asIs, { method: "OPTIONS" }],
  Range: [asIs, { headers: { range: "bytes=0-99" } }],
  "If-None-Match": [asIs, { headers: { "if-none-match": "*" } }],
  "If-Modified-Since": [asIs, { headers: { "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" } }],
  "Accept JSON": [asIs, { headers: { accept: "application/json" } }],
  ".data": [data, {}],
  "_routes of the root": [(path) => also(data(path), "_routes=root"), {}],
  "_routes of a page": [(path) => also(data(path), "_routes=routes%2Fsessions%2Fsession"), {}],
  "?index": [(path) => also(path, "index"), {}],
  "trailing slash": [(path) => path.replace(/^([^?]+)/, "$1/"), {}],
  "upper case": [(path) => path.replace(/^\/[a-z]+/, (first) => first.toUpperCase()), {}],
  POST: [asIs, { form: { reason: "x", direction: "up", decision: "granted", intent: "lower", level: "group" } }],
  "POST to .data": [data, { form: { reason: "x", role: "observer" } }],
  "POST nothing": [asIs, { form: {} }],
  PUT: [asIs, { method: "PUT", form: { reason: "x" } }],
  DELETE: [asIs, { method: "DELETE" }],
};

describe.each(Object.keys(hidden) as Thing[])("a hidden %s", (thing) => {
  const { at, id: idOf, seenBy } = hidden[thing];

  it.each(outsiders[thing])("answers %s like one that does not exist, however it is asked for", async (asker) => {
    const id = idOf();
    const other = madeUp(id);
    for (const address of at) {
      for (const [name, [path, what]] of Object.entries(ways)) {
        const both = async () => ({
          there: masked(await counted(() => ask(target, asker, path(address(id)), what)), id),
          nowhere: masked(await counted(() => ask(target, asker, path(address(other)), what)), other),
        });
        let { there, nowhere } = await both();
        // So many changes are limited, and the time of the limit may have ended between the two.
        if (isLimited(there) !== isLimited(nowhere)) ({ there, nowhere } = await both());
        const asked = { name, path: address("ID") };
        expect({ ...asked, ...there }).toEqual({ ...asked, ...nowhere });
        expect([asked, there.status >= 500]).toEqual([asked, false]);
      }
    }
  });

  it("can be told from one that does not exist by those who see it", async () => {
    const first = at[0]!;
    const there = await ask(target, seenBy, first(idOf()));
    const nowhere = await ask(target, seenBy, first(madeUp(idOf())));
    expect([there.status, nowhere.status]).toEqual([200, 404]);
  });
});

function isLimited({ status, body }: { status: number; body: string }): boolean {
  return status === 429 || /Too many attempts\. Wait/.test(body);
}

/** How many statements an answer took besides: equal work is what makes equal time, and can be counted. */
async function counted(answer: () => Promise<Answer>): Promise<Answer & { statements: number }> {
  const before = target.store.asked();
  const answered = await answer();
  return { ...answered, statements: target.store.asked() - before };
}

/** An id, or a number, of the same shape that nothing has. */
function madeUp(id: string): string {
  return id.includes("-") ? id.replace(/....$/, "ZZZZ") : newId();
}

/** An answer without what differs between any two requests: nonce, ids of requests and forms, dates, the id itself. */
function masked(answer: Answer & { statements: number }, id: string) {
  const mask = (text: string) =>
    text
      .replaceAll(id, "ID")
      .replaceAll(id.toUpperCase(), "ID")
      .replace(/[\w-]{16,}/g, "·");
  // The length is that of the body, which is compared itself: what is sealed in it is a little shorter or longer.
  const { date: _date, "content-length": _length, "retry-after": waits, ...headers } = answer.headers;
  const shown = Object.entries(headers).map(([name, value]) => [name, mask(String(value))]);
  const { status, statements } = answer;
  // How many seconds are left of a limit is another number a moment later.
  const waiting = waits === undefined ? {} : { "retry-after": "some" };
  return { status, statements, headers: { ...Object.fromEntries(shown), ...waiting }, body: mask(answer.body) };
}
