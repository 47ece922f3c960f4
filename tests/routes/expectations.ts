import { newId } from "#app/domain/identity.server.ts";
import { paths } from "#app/paths.ts";
import { type Answers, done, type Verdict } from "#tests/routes/answers.ts";
import type { Target } from "#tests/routes/target.ts";

/** One address of a route with what each asker gets. */
export interface Expected {
  at: (target: Target) => string;
  /** Sent by POST; without it the address is opened. */
  form?: (target: Target) => Record<string, string | string[]>;
  answers: Answers;
}

const all = (verdict: Verdict): Answers => ({ everybody: verdict });
const signedIn = (verdict: Verdict): Answers => ({ others: verdict });

// Who gets what, each by the right that decides it.
const inSession: Answers = { audience: 200, others: 404 };
const leadsSession: Answers = { delegation: 403, audience: 200, others: 404 };
/** The session has not begun. */
const leadsTooEarly: Answers = { delegation: 403, audience: 422, others: 404 };
/** What participant has to do. */
const settles: Answers = { speaker: 403, audience: 200, others: 404 };
const runsSession: Answers = { organiser: 200, audience: 403, others: 404 };
/** Everybody who is invited; the organiser is not. */
const answersSession: Answers = { organiser: 403, audience: 200, others: 404 };
const seesRecord: Answers = { consultants: 200, audience: 200, others: 404 };
const editsRecord: Answers = { speaker: 403, consultants: 200, audience: 200, others: 404 };
const reviews: Answers = { delegation: 403, consultants: 200, organiser: 200, others: 404 };
const archives: Answers = { organiser: 303, consultants: 403, audience: 403, others: 404 };
const checksTooEarly: Answers = { consultants: 422, audience: 403, others: 404 };
const ownsRecord: Answers = { participant: 200, consultants: 403, audience: 403, others: 404 };
const inGroup: Answers = { members: 200, others: 404 };
const runsGroup: Answers = { organiser: 200, members: 403, others: 404 };
const managesMembers: Answers = { administrator: 200, organiser: 200, members: 403, others: 404 };
const seesInvitation: Answers = { administrator: 200, organiser: 200, others: 404 };
const organisesHere: Answers = { organiser: 200, others: 404 };
const organisesAnything: Answers = { organisers: 200, administrator: 404, others: 403 };
const administers: Answers = { administrator: 200, others: 404 };
const inAnyGroup: Answers = { administrator: 404, others: 200 };
const writesInAnyGroup: Answers = { ...inAnyGroup, observer: 403 };
const changesSharing: Answers = { delegation: 303, organiser: 303, others: 403 };
const decides: Answers = { speaker: 303, consultants: 403, audience: 403, others: 404 };
const ownsToken: Answers = { observer: 200, others: 404 };

const opens = (at: Expected["at"], answers: Answers): Expected => ({ at, answers });
const sends = (at: Expected["at"], answers: Answers, form: Expected["form"] = () => ({})): Expected => ({
  ...{ at, answers, form },
});
const words = { title: "Something else", summary: "One sentence.", language: "en" };
const snapshot = { ...words, kind: "challenge", attribution: "beneficiary" };
const record = (target: Target) => target.things.record;
const session = (target: Target) => target.things.session;
const itemWords = { kind: "discussion", title: "Item", minutes: "10", visibility: "shared", attribution: "" };
const answer = () => ({ answer: "accepted", time: "2099-11-06T08:00:00.000Z/2099-11-06T09:00:00.000Z" });
const name = (text: string) => ({ "name.en": text });
const templateItemWords = () => ({ kind: "discussion", "title.en": "What else?", minutes: "10", visibility: "shared" });
const roundWords = { "title.en": "Round", format: "bilateral-online", city: "sarajevo" };
const roundDays = { startsOn: "2099-11-04", endsOn: "2099-11-06" };
const terms = { minutes: "60", language: "en", attribution: "beneficiary" };
const time = { date: "2099-11-05", time: "09:00", minutes: "60", language: "en", attribution: "beneficiary" };

/** Every route with what everybody gets there, written from the design before the product was asked. */
export const expectations: Record<string, Expected[]> = {
  "/*": [opens(() => "/nowhere", signedIn(404)), sends(() => "/nowhere/at/all/here", signedIn(404))],
  "/": [opens(() => "/", all(302))],
  "/:locale/:page": [opens(() => "/en/about", all(200))],
  "/:locale": [opens(() => "/en", all(200))],
  "/:locale/knowledge/:number": [
    opens(({ things }) => paths.publicContribution("en", things.publicRecord), all(200)),
    opens((target) => paths.publicContribution("en", record(target)), all(404)),
  ],
  "/:locale/knowledge": [opens(() => "/en/knowledge?q=open", all(200))],
  "/:locale/news/:slug": [opens(() => "/en/news/second-meeting-november-2020", all(200))],
  "/:locale/news": [opens(() => "/en/news", all(200))],
  "/sign-in": [
    opens(() => "/sign-in", { anonymous: 200, others: 302 }),
    sends(
      () => "/sign-in",
      all(303),
      () => ({ address: "observer@test.example", password: "river stone lamp" }),
    ),
  ],
  "/sign-out": [opens(() => "/sign-out", signedIn(200)), sends(() => "/sign-out", all(303))],
  "/forgotten-password": [
    opens(paths.forgotten, all(200)),
    sends(paths.forgotten, all(200), () => ({ address: `${newId()}@test.example` })),
  ],
  "/reset/:token": [
    opens(({ things }) => paths.reset(things.resetToken), all(200)),
    sends(
      ({ things }) => paths.reset(things.resetToken),
      all(303),
      () => ({ newPassword: "seven quiet boats" }),
    ),
  ],
  "/invitations/:token": [
    opens(({ things }) => paths.invitation(things.invitationToken), all(200)),
    sends(
      ({ things }) => paths.invitation(things.invitationToken),
      all(303),
      () => ({
        ...{ way: "new", name: "Guest", newPassword: "seven quiet boats", locale: "en", city: "sarajevo" },
      }),
    ),
  ],
  "/language": [
    opens(() => paths.language(), all(302)),
    sends(
      () => paths.language(),
      all(303),
      () => ({ language: "bs" }),
    ),
    sends(
      () => paths.language("bs"),
      signedIn(303),
      () => ({ title: "Typed", _at: "/rounds/new" }),
    ),
  ],
  "/theme": [
    opens(() => paths.theme(), all(302)),
    sends(
      () => paths.theme(),
      all(303),
      () => ({ theme: "dark" }),
    ),
    sends(
      () => paths.theme("dark"),
      signedIn(303),
      () => ({ title: "Typed", _at: "/rounds/new" }),
    ),
  ],
  "/pending-edits": [
    opens(() => paths.pendingEdits(), signedIn(404)),
    sends(
      () => paths.pendingEdits(),
      signedIn(200),
      () => ({ title: "Typed", _at: "/rounds/new" }),
    ),
    sends(
      () => paths.pendingEdits({ discard: 1 }),
      signedIn(303),
      () => ({ _at: "/rounds/new" }),
    ),
  ],
  "/current-group": [
    opens(paths.currentGroup, all(302)),
    sends(paths.currentGroup, done(inGroup), ({ w }) => ({ group: w.groupId })),
  ],
  "/answers/:token": [
    opens(({ things }) => paths.answer(things.answerToken, { answer: "accepted" }), all(200)),
    opens(() => paths.answer("ans_none"), all(404)),
    sends(({ things }) => paths.answer(things.answerToken), all(303), answer),
  ],
  "/account": [
    opens(paths.account, signedIn(200)),
    sends(paths.account, signedIn(303), () => ({ name: "New", locale: "en", mailLocale: "bs", city: "skopje" })),
  ],
  "/account/password": [
    opens(paths.accountPassword, signedIn(200)),
    sends(paths.accountPassword, signedIn(303), () => ({
      ...{ currentPassword: "river stone lamp", newPassword: "seven quiet boats" },
    })),
  ],
  "/account/confirmation": [
    opens(() => paths.accountConfirmation(), signedIn(200)),
    sends(
      () => paths.accountConfirmation(),
      signedIn(303),
      () => ({ password: "river stone lamp", redirectTo: "/account" }),
    ),
  ],
  "/account/sign-ins": [opens(paths.accountSignIns, signedIn(200)), sends(paths.accountSignIns, signedIn(303))],
  "/account/tokens": [
    opens(paths.accountTokens, signedIn(200)),
    sends(paths.accountTokens, signedIn(200), () => ({ name: "Script", scopes: "search:read", days: "30" })),
  ],
  "/account/tokens/:tokenId/revocation": [
    opens(({ things }) => paths.tokenRevocation(things.token), ownsToken),
    sends(({ things }) => paths.tokenRevocation(things.token), done(ownsToken)),
  ],
  "/account/mails": [
    opens(paths.accountMails, signedIn(200)),
    sends(paths.accountMails, signedIn(303), () => ({ reminders: ["day", "hour"], news: "daily" })),
  ],
  "/account/calendars": [
    opens(paths.accountCalendars, signedIn(200)),
    sends(paths.accountCalendars, { administrator: 422, others: 200 }, () => ({ name: "Office", which: "own" })),
  ],
  "/account/calendars/:feedId/revocation": [
    opens(({ things }) => paths.feedRevocation(things.feed), ownsToken),
    sends(({ things }) => paths.feedRevocation(things.feed), done(ownsToken)),
  ],
  // Whoever asks: a calendar is known by its address alone.
  "/calendars/:file": [
    opens(({ things }) => paths.calendarFeed(`${things.feedSecret}.ics`), all(200)),
    opens(() => paths.calendarFeed("cal_none.ics"), all(404)),
    sends(({ things }) => paths.calendarFeed(`${things.feedSecret}.ics`), all(405)),
  ],
  // Signed in or not: the API knows nobody by a cookie.
  "/api/v1/search": [
    opens(() => "/api/v1/search?q=record", all(401)),
    sends(() => "/api/v1/search?q=record", all(405)),
  ],
  "/api/v1/openapi.json": [
    opens(() => "/api/v1/openapi.json", all(200)),
    sends(() => "/api/v1/openapi.json", all(405)),
  ],
  "/api/*": [opens(() => "/api/v1/nothing", all(404)), sends(() => "/api/v1/nothing", all(404))],
  "/home": [opens(paths.home, signedIn(200))],

  "/rounds": [opens(paths.rounds, signedIn(200))],
  "/rounds/new": [
    opens(paths.newRound, organisesAnything),
    sends(paths.newRound, done(organisesAnything), () => ({ ...roundWords, ...roundDays })),
  ],
  "/rounds/:roundId": [opens(({ w }) => paths.round(w.roundId), inGroup)],
  "/rounds/:roundId/edit": [
    opens(({ w }) => paths.roundEdit(w.roundId), runsGroup),
    sends(
      ({ w }) => paths.roundEdit(w.roundId),
      done(runsGroup),
      () => ({
        ...{ ...roundWords, ...roundDays, revision: "1", confirmConflicts: "on" },
      }),
    ),
  ],
  "/rounds/:roundId/copy": [
    opens(
      ({ w }) => paths.roundCopy(w.roundId, { startsOn: "2099-12-01", extent: "timetable", people: "on" }),
      runsGroup,
    ),
    sends(
      ({ w }) => paths.roundCopy(w.roundId),
      done(runsGroup),
      () => ({ "title.en": "Once more", startsOn: "2099-12-01", extent: "timetable", people: "on" }),
    ),
  ],
  "/rounds/:roundId/removal": [
    opens(({ w }) => paths.roundRemoval(w.roundId), runsGroup),
    // It has sessions.
    sends(({ w }) => paths.roundRemoval(w.roundId), { ...runsGroup, organiser: 422 }),
  ],
  "/rounds/:roundId/sessions/new": [
    opens(({ w }) => paths.newSession(w.roundId), runsGroup),
    sends(
      ({ w }) => paths.newSession(w.roundId),
      done(runsGroup),
      ({ w }) => ({
        ...{ ...time, beneficiaryId: w.beneficiaries.ba, consultantIds: w.people.consultant },
      }),
    ),
  ],
  "/rounds/:roundId/sessions/several": [
    opens(({ w }) => paths.severalSessions(w.roundId), runsGroup),
    sends(
      ({ w }) => paths.severalSessions(w.roundId),
      done(runsGroup),
      ({ w }) => ({
        ...{ minutes: "60", language: "en", attribution: "beneficiary", consultantIds: w.people.consultant },
        beneficiaryIds: w.beneficiaries.ba,
        [`date.${w.beneficiaries.ba}`]: time.date,
        [`time.${w.beneficiaries.ba}`]: time.time,
      }),
    ),
  ],
  "/rounds/:roundId/plan": [opens(({ w }) => paths.plan(w.roundId), runsGroup)],
  "/rounds/:roundId/plan/settings": [
    opens(({ w }) => paths.planSettings(w.roundId), runsGroup),
    sends(
      ({ w }) => paths.planSettings(w.roundId),
      done(runsGroup),
      () => ({
        ...{ slotMinutes: "30", bufferMinutes: "0", mostAtOnce: "3", pauseFrom: "12:00", pauseTo: "13:00" },
        ...{ days: "2099-11-05", "from.2099-11-05": "09:00", "to.2099-11-05": "17:00", revision: "0" },
      }),
    ),
  ],
  "/rounds/:roundId/plan/pairings/new": [
    opens(({ w }) => paths.newPairing(w.roundId, "ba"), runsGroup),
    sends(
      ({ w }) => paths.newPairing(w.roundId),
      done(runsGroup),
      ({ w }) => ({ ...terms, beneficiaryId: w.beneficiaries.ba, consultantIds: w.people.consultant }),
    ),
  ],
  "/rounds/:roundId/plan/pairings/several": [
    opens(({ w }) => paths.severalPairings(w.roundId), runsGroup),
    sends(
      ({ w }) => paths.severalPairings(w.roundId),
      done(runsGroup),
      ({ w }) => ({ ...terms, beneficiaryIds: w.beneficiaries.ba, consultantIds: w.people.consultant }),
    ),
  ],
  "/rounds/:roundId/plan/pairings/:pairingId": [
    opens(({ w, things }) => paths.pairing(w.roundId, things.pairing), runsGroup),
    sends(
      ({ w, things }) => paths.pairing(w.roundId, things.pairing),
      done(runsGroup),
      ({ w }) => ({ ...terms, consultantIds: w.people.consultant, revision: "1" }),
    ),
  ],
  "/rounds/:roundId/plan/pairings/:pairingId/removal": [
    opens(({ w, things }) => paths.pairingRemoval(w.roundId, things.pairing), runsGroup),
    sends(({ w, things }) => paths.pairingRemoval(w.roundId, things.pairing), done(runsGroup)),
  ],
  "/rounds/:roundId/plan/interpreters": [
    opens(({ w }) => paths.interpreters(w.roundId), runsGroup),
    sends(
      ({ w }) => paths.interpreters(w.roundId),
      done(runsGroup),
      ({ w }) => ({ "for.en": w.people.secondConsultant }),
    ),
  ],
  "/rounds/:roundId/plan/availability": [
    opens(({ w }) => paths.planAvailability(w.roundId), runsGroup),
    sends(({ w }) => paths.planAvailability(w.roundId), done(runsGroup)),
  ],
  "/rounds/:roundId/plan/availability/:accountId": [
    opens(({ w }) => paths.planAvailabilityOf(w.roundId, w.people.participantBa), runsGroup),
    sends(
      ({ w }) => paths.planAvailabilityOf(w.roundId, w.people.participantBa),
      done(runsGroup),
      () => ({ busy: "2099-11-05T09:00" }),
    ),
  ],
  "/rounds/:roundId/availability": [
    opens(({ w }) => paths.availability(w.roundId), inGroup),
    sends(
      ({ w }) => paths.availability(w.roundId),
      done(inGroup),
      () => ({ busy: ["2099-11-05T09:00", "2099-11-05T09:30"], mark: "busy:2099-11-05.1" }),
    ),
  ],
  // Shown to whoever brought it, and not kept.
  "/rounds/:roundId/availability/calendar": [
    opens(({ w }) => paths.availabilityCalendar(w.roundId), inGroup),
    sends(
      ({ w }) => paths.availabilityCalendar(w.roundId),
      inGroup,
      () => ({ calendar: "BEGIN:VCALENDAR\r\nEND:VCALENDAR" }),
    ),
  ],
  "/rounds/:roundId/plan/proposal": [
    opens(({ w }) => paths.planProposal(w.roundId), runsGroup),
    sends(
      ({ w }) => paths.planProposal(w.roundId),
      done(runsGroup),
      ({ things }) => ({ previousDraftId: things.planDraft, keeps: "on", seconds: "1" }),
    ),
  ],
  "/rounds/:roundId/plan/runs/:runId": [
    opens(({ w, things }) => paths.planRun(w.roundId, things.planRun), runsGroup),
    sends(({ w, things }) => paths.planRun(w.roundId, things.planRun), done(runsGroup)),
  ],
  "/rounds/:roundId/plan/drafts/:draftId": [
    opens(({ w, things }) => paths.planDraft(w.roundId, things.planDraft), runsGroup),
  ],
  "/rounds/:roundId/plan/drafts/:draftId/copy": [
    opens(({ w, things }) => paths.planDraftCopy(w.roundId, things.planDraft), runsGroup),
    sends(
      ({ w, things }) => paths.planDraftCopy(w.roundId, things.planDraft),
      done(runsGroup),
      () => ({ name: "Mornings" }),
    ),
  ],
  "/rounds/:roundId/plan/drafts/:draftId/removal": [
    opens(({ w, things }) => paths.planDraftRemoval(w.roundId, things.planDraft), runsGroup),
    sends(({ w, things }) => paths.planDraftRemoval(w.roundId, things.planDraft), done(runsGroup)),
  ],
  "/rounds/:roundId/plan/drafts/:draftId/pairings/:pairingId": [
    opens(({ w, things }) => paths.planPlacement(w.roundId, things.planDraft, things.pairing), runsGroup),
    sends(
      ({ w, things }) => paths.planPlacement(w.roundId, things.planDraft, things.pairing),
      done(runsGroup),
      () => ({ intent: "move-and-pin", slot: "2099-11-05T10:30", revision: "1" }),
    ),
  ],
  "/rounds/:roundId/plan/drafts/:draftId/release": [
    opens(({ w, things }) => paths.planRelease(w.roundId, things.planDraft), runsGroup),
    // What was shown is not what would be released.
    sends(
      ({ w, things }) => paths.planRelease(w.roundId, things.planDraft),
      { ...runsGroup, organiser: 422 },
      () => ({ shown: "0", reason: "Illness." }),
    ),
  ],
  "/rounds/:roundId/plan/drafts/:draftId/release/mails/:accountId": [
    opens(({ w, things }) => paths.planReleaseMails(w.roundId, things.planDraft, w.people.secondConsultant), runsGroup),
  ],
  "/templates": [opens(paths.templates, { ...organisesAnything, administrator: 404 })],
  "/templates/new": [
    opens(paths.newTemplate, organisesAnything),
    sends(paths.newTemplate, done(organisesAnything), () => name("Template")),
  ],
  "/templates/:templateId": [
    opens(({ things }) => paths.template(things.template), runsGroup),
    sends(
      ({ things }) => paths.template(things.template),
      done(runsGroup),
      ({ things }) => ({ itemId: things.templateItem, direction: "up" }),
    ),
  ],
  "/templates/:templateId/edit": [
    opens(({ things }) => paths.templateEdit(things.template), runsGroup),
    sends(
      ({ things }) => paths.templateEdit(things.template),
      done(runsGroup),
      () => ({ ...name("Template"), revision: "1" }),
    ),
  ],
  "/templates/:templateId/copy": [
    opens(({ things }) => paths.templateCopy(things.template), runsGroup),
    sends(
      ({ things }) => paths.templateCopy(things.template),
      done(runsGroup),
      () => name("Copy"),
    ),
  ],
  "/templates/:templateId/retirement": [
    opens(({ things }) => paths.templateRetirement(things.template), runsGroup),
    sends(
      ({ things }) => paths.templateRetirement(things.template),
      done(runsGroup),
      () => ({ fate: "retire" }),
    ),
  ],
  "/templates/:templateId/items/new": [
    opens(({ things }) => paths.newTemplateItem(things.template), runsGroup),
    sends(({ things }) => paths.newTemplateItem(things.template), done(runsGroup), templateItemWords),
  ],
  "/templates/:templateId/items/:itemId": [
    opens(({ things }) => paths.templateItem(things.template, things.templateItem), runsGroup),
    sends(
      ({ things }) => paths.templateItem(things.template, things.templateItem),
      done(runsGroup),
      () => ({ ...templateItemWords(), revision: "1" }),
    ),
  ],
  "/templates/:templateId/items/:itemId/removal": [
    opens(({ things }) => paths.templateItemRemoval(things.template, things.templateItem), runsGroup),
    sends(({ things }) => paths.templateItemRemoval(things.template, things.templateItem), done(runsGroup)),
  ],
  "/rounds/:roundId/questions": [opens(({ w }) => paths.roundQuestions(w.roundId), inGroup)],
  "/questions/:questionId": [
    opens(({ things }) => paths.question(things.item), inSession),
    opens(({ things }) => paths.question(things.internalItem), { ...inSession, delegation: 404 }),
    opens(({ things }) => paths.question(things.templateItem), organisesHere),
  ],
  "/questions/:questionId/answers.docx": [opens(({ things }) => paths.questionDocx(things.item), inSession)],
  "/questions/:questionId/answers.csv": [
    opens(({ things }) => paths.questionCsv(things.item, { as: "mine" }), inSession),
  ],
  "/sessions/:sessionId": [opens((target) => paths.session(session(target)), inSession)],
  "/sessions/:sessionId/answer": [
    opens((target) => paths.sessionAnswer(session(target)), answersSession),
    sends((target) => paths.sessionAnswer(session(target)), done(answersSession), answer),
  ],
  "/sessions/:sessionId/answers/:accountId": [
    opens(({ things, w }) => paths.answerForPerson(things.session, w.people.participantBa), runsSession),
    sends(({ things, w }) => paths.answerForPerson(things.session, w.people.participantBa), done(runsSession), answer),
    opens(({ things, w }) => paths.answerForPerson(things.session, w.people.participantAl), {
      ...runsSession,
      organiser: 404,
    }),
  ],
  "/sessions/:sessionId/reminder": [
    opens((target) => paths.sessionReminder(session(target)), runsSession),
    sends((target) => paths.sessionReminder(session(target)), done(runsSession)),
  ],
  "/sessions/:sessionId/kept-time": [
    opens((target) => paths.keptTime(session(target)), runsSession),
    sends((target) => paths.keptTime(session(target)), { ...runsSession, organiser: 422 }),
  ],
  "/replies/:replyId/settlement": [
    opens(({ things }) => paths.replySettlement(things.reply), organisesHere),
    sends(({ things }) => paths.replySettlement(things.reply), done(organisesHere)),
  ],
  "/sessions/:sessionId/calendar.ics": [opens((target) => paths.sessionCalendar(session(target)), inSession)],
  "/sessions/:sessionId/edit": [
    opens((target) => paths.sessionEdit(session(target)), runsSession),
    sends(
      (target) => paths.sessionEdit(session(target)),
      done(runsSession),
      ({ w }) => ({
        ...{ ...time, revision: "1", consultantIds: w.people.consultant, delegateIds: w.people.participantBa },
      }),
    ),
  ],
  "/sessions/:sessionId/cancellation": [
    opens((target) => paths.sessionCancellation(session(target)), runsSession),
    sends(
      (target) => paths.sessionCancellation(session(target)),
      done(runsSession),
      () => ({ reason: "Illness." }),
    ),
  ],
  "/sessions/:sessionId/agenda": [
    opens((target) => paths.agenda(session(target)), leadsSession),
    sends(
      (target) => paths.agenda(session(target)),
      done(leadsSession),
      ({ things }) => ({ [`minutes.${things.item}`]: "25" }),
    ),
  ],
  "/sessions/:sessionId/agenda/new": [
    opens((target) => paths.newAgendaItem(session(target)), leadsSession),
    sends(
      (target) => paths.newAgendaItem(session(target)),
      done(leadsSession),
      () => itemWords,
    ),
  ],
  "/sessions/:sessionId/agenda/template": [
    opens((target) => paths.agendaTemplate(session(target)), leadsSession),
    sends(
      (target) => paths.agendaTemplate(session(target)),
      done(leadsSession),
      ({ things }) => ({
        ...{ templateId: things.template, mode: "append" },
      }),
    ),
  ],
  "/sessions/:sessionId/agenda/:itemId": [
    opens(({ things }) => paths.agendaItem(things.session, things.item), leadsSession),
    sends(
      ({ things }) => paths.agendaItem(things.session, things.item),
      done(leadsSession),
      () => ({
        ...{ ...itemWords, revision: "1" },
      }),
    ),
  ],
  "/sessions/:sessionId/agenda/:itemId/position": [
    opens(({ things }) => paths.agendaItemPosition(things.session, things.item), leadsSession),
    sends(
      ({ things }) => paths.agendaItemPosition(things.session, things.item),
      done(leadsSession),
      () => ({
        direction: "down",
      }),
    ),
  ],
  "/sessions/:sessionId/agenda/:itemId/removal": [
    opens(({ things }) => paths.agendaItemRemoval(things.session, things.internalItem), leadsSession),
    sends(({ things }) => paths.agendaItemRemoval(things.session, things.internalItem), done(leadsSession)),
  ],
  "/sessions/:sessionId/attendance": [
    opens((target) => paths.attendance(session(target)), inSession),
    sends((target) => paths.attendance(session(target)), leadsTooEarly),
  ],
  "/sessions/:sessionId/attendance/own": [
    opens((target) => paths.ownAttendance(session(target)), inSession),
    sends(
      (target) => paths.ownAttendance(session(target)),
      { audience: 422, others: 404 },
      () => ({ state: "present" }),
    ),
  ],
  "/sessions/:sessionId/attendance/guests/new": [
    opens((target) => paths.newGuest(session(target)), leadsSession),
    sends(
      (target) => paths.newGuest(session(target)),
      done(leadsSession),
      () => ({ capacity: "Trainee", institution: "Prison" }),
    ),
  ],
  "/sessions/:sessionId/attendance/guests/:guestId/removal": [
    opens(({ things }) => paths.guestRemoval(things.session, things.guest), leadsSession),
    sends(({ things }) => paths.guestRemoval(things.session, things.guest), done(leadsSession)),
  ],
  "/sessions/:sessionId/live": [
    opens((target) => paths.live(session(target)), inSession),
    sends(
      (target) => paths.live(session(target)),
      leadsTooEarly,
      () => ({ move: "start", seen: "0" }),
    ),
  ],
  "/sessions/:sessionId/live/items/:itemId": [
    opens(({ things }) => paths.liveText(things.session, things.item), leadsSession),
    sends(
      ({ things }) => paths.liveText(things.session, things.item),
      leadsTooEarly,
      () => ({ body: "Text", from: "0", revision: "0" }),
    ),
  ],
  "/sessions/:sessionId/live/capture": [
    opens((target) => paths.liveCapture(session(target)), inSession),
    sends(
      (target) => paths.liveCapture(session(target)),
      done(inSession),
      ({ things }) => ({ kind: "need", title: "Training", summary: "Staff need it.", itemId: things.item }),
    ),
  ],
  "/sessions/:sessionId/live/events": [opens((target) => paths.liveEvents(session(target)), inSession)],
  "/sessions/:sessionId/minutes": [opens((target) => paths.minutes(session(target)), inSession)],
  "/sessions/:sessionId/minutes/document": [opens((target) => paths.minutesDocument(session(target)), inSession)],
  "/sessions/:sessionId/minutes.docx": [opens((target) => paths.minutesDocx(session(target)), inSession)],
  "/sessions/:sessionId/minutes.pdf": [opens((target) => paths.minutesPdf(session(target)), inSession)],
  "/rounds/:roundId/minutes": [opens(({ w }) => paths.roundMinutes(w.roundId), inGroup)],
  "/rounds/:roundId/minutes.docx": [opens(({ w }) => paths.roundMinutesDocx(w.roundId), inGroup)],
  "/rounds/:roundId/minutes.pdf": [opens(({ w }) => paths.roundMinutesPdf(w.roundId), inGroup)],
  "/sessions/:sessionId/minutes/circulation": [
    opens((target) => paths.circulation(session(target)), leadsSession),
    sends(
      (target) => paths.circulation(session(target)),
      leadsTooEarly,
      () => ({ days: "7" }),
    ),
  ],
  "/sessions/:sessionId/minutes/amending-end": [
    opens((target) => paths.amendingEnd(session(target)), runsSession),
    sends((target) => paths.amendingEnd(session(target)), { ...runsSession, organiser: 422 }),
  ],
  "/sessions/:sessionId/minutes/finalisation": [
    opens((target) => paths.finalisation(session(target)), runsSession),
    sends((target) => paths.finalisation(session(target)), { ...runsSession, organiser: 422 }),
  ],
  "/sessions/:sessionId/minutes/items/:itemId": [
    opens(({ things }) => paths.minutesItem(things.session, things.item), leadsSession),
    sends(
      ({ things }) => paths.minutesItem(things.session, things.item),
      leadsTooEarly,
      () => ({ body: "Text", from: "0", revision: "0" }),
    ),
  ],
  "/sessions/:sessionId/minutes/items/:itemId/history": [
    opens(({ things }) => paths.minutesHistory(things.session, things.item), { ...leadsSession, delegation: 404 }),
  ],
  "/sessions/:sessionId/minutes/items/:itemId/amendment": [
    opens(({ things }) => paths.newAmendment(things.session, things.item), { ...leadsTooEarly, delegation: 404 }),
    sends(
      ({ things }) => paths.newAmendment(things.session, things.item),
      { ...leadsTooEarly, delegation: 404 },
      () => ({ body: "Text", revision: "0" }),
    ),
  ],
  "/sessions/:sessionId/minutes/amendments/:amendmentId": [
    opens(({ things }) => paths.amendment(things.session, things.amendment), leadsSession),
    sends(
      ({ things }) => paths.amendment(things.session, things.amendment),
      done(leadsSession),
      () => ({ decision: "refused", reason: "Not said." }),
    ),
  ],
  "/sessions/:sessionId/minutes/decisions/new": [
    opens((target) => paths.newDecision(session(target)), leadsSession),
    sends(
      (target) => paths.newDecision(session(target)),
      leadsTooEarly,
      () => ({ text: "Text" }),
    ),
  ],
  "/sessions/:sessionId/minutes/decisions/:decisionId": [
    opens(({ things }) => paths.decision(things.session, things.decision), leadsSession),
    sends(
      ({ things }) => paths.decision(things.session, things.decision),
      leadsTooEarly,
      () => ({ text: "Text", revision: "1" }),
    ),
  ],
  "/sessions/:sessionId/minutes/decisions/:decisionId/removal": [
    opens(({ things }) => paths.decisionRemoval(things.session, things.decision), leadsSession),
    sends(({ things }) => paths.decisionRemoval(things.session, things.decision), done(leadsSession)),
  ],
  "/sessions/:sessionId/minutes/decisions/:decisionId/amendment": [
    opens(({ things }) => paths.newDecisionAmendment(things.session, things.decision), {
      ...leadsTooEarly,
      delegation: 404,
    }),
    sends(
      ({ things }) => paths.newDecisionAmendment(things.session, things.decision),
      { ...leadsTooEarly, delegation: 404 },
      () => ({ body: "Text", revision: "1" }),
    ),
  ],
  "/sessions/:sessionId/minutes/decision-amendments/:amendmentId": [
    opens(({ things }) => paths.decisionAmendment(things.session, things.decisionAmendment), leadsSession),
    sends(
      ({ things }) => paths.decisionAmendment(things.session, things.decisionAmendment),
      done(leadsSession),
      () => ({ decision: "refused", reason: "Not said." }),
    ),
  ],
  "/sessions/:sessionId/minutes/actions/new": [
    opens((target) => paths.newAction(session(target)), leadsSession),
    sends(
      (target) => paths.newAction(session(target)),
      leadsTooEarly,
      ({ w }) => ({ text: "Text", owner: `person:${w.people.participantBa}` }),
    ),
  ],
  "/actions": [opens(() => paths.actions(), signedIn(200))],
  "/actions/:actionId": [
    opens(({ things }) => paths.action(things.action), settles),
    sends(
      ({ things }) => paths.action(things.action),
      done(settles),
      () => ({ state: "done", revision: "1" }),
    ),
  ],
  "/actions/:actionId/edit": [
    opens(({ things }) => paths.actionEdit(things.action), leadsSession),
    sends(
      ({ things }) => paths.actionEdit(things.action),
      leadsTooEarly,
      ({ w }) => ({ text: "Text", owner: `person:${w.people.participantBa}`, revision: "1" }),
    ),
  ],

  "/contributions": [opens(paths.myContributions, inAnyGroup)],
  "/contributions/drafts": [
    opens(paths.contributionDrafts, signedIn(404)),
    sends(paths.contributionDrafts, inSession, (target) => ({ ...snapshot, sessionId: session(target) })),
  ],
  "/contributions/preview": [
    opens(() => paths.contributionPreview(), signedIn(200)),
    sends(
      () => paths.contributionPreview(),
      signedIn(200),
      () => ({ ...snapshot, form: "full", body: "Long *text*.", _at: "/contributions/new" }),
    ),
  ],
  "/contributions/new": [
    opens(({ things }) => paths.newContribution({ session: things.session, item: things.item }), inSession),
    opens(() => paths.newContribution(), writesInAnyGroup),
    sends(
      () => paths.newContribution(),
      done(inSession),
      ({ things }) => ({
        ...{ ...snapshot, intent: "submit", sessionId: things.session, itemId: things.item },
      }),
    ),
  ],
  "/contributions/:number": [opens((target) => paths.contribution(record(target)), seesRecord)],
  "/contributions/:number/history": [opens((target) => paths.contributionHistory(record(target)), seesRecord)],
  "/contributions/:number/history/differences": [
    opens((target) => paths.contributionDifferences(record(target)), seesRecord),
  ],
  "/contributions/:number/review": [
    opens((target) => paths.review(record(target)), reviews),
    sends(
      (target) => paths.review(record(target)),
      archives,
      () => ({
        ...{ decision: "archived", reason: "Out of date.", revision: "1" },
      }),
    ),
    // A snapshot is not complete yet, so a consultant is told that it cannot be checked.
    sends(
      (target) => paths.review(record(target)),
      checksTooEarly,
      () => ({ decision: "checked", revision: "1" }),
    ),
  ],
  "/contributions/:number/edit": [
    opens((target) => paths.contributionEdit(record(target)), editsRecord),
    sends(
      (target) => paths.contributionEdit(record(target)),
      done(editsRecord),
      () => ({
        ...{ ...snapshot, attribution: "group", intent: "save", revision: "1" },
      }),
    ),
  ],
  "/contributions/:number/translation": [
    opens((target) => paths.contributionTranslation(record(target)), editsRecord),
    sends(
      (target) => paths.contributionTranslation(record(target)),
      done(editsRecord),
      () => ({
        ...{ ...words, language: "bs" },
      }),
    ),
  ],
  "/contributions/:number/second-reading": [
    opens((target) => paths.secondReading(record(target)), reviews),
    sends(
      (target) => paths.secondReading(record(target)),
      { ...archives, consultants: 303 },
      () => ({ language: "en", revision: "1" }),
    ),
  ],
  // Nothing waits there: nobody has consented.
  "/contributions/:number/unread-sharing": [
    opens((target) => paths.unreadSharing(record(target)), { consultants: 403, audience: 403, others: 404 }),
    sends(
      (target) => paths.unreadSharing(record(target)),
      { organiser: 422, consultants: 403, audience: 403, others: 404 },
      () => ({ reason: "It is urgent." }),
    ),
  ],
  "/contributions/:number/withdrawal": [
    opens((target) => paths.withdrawal(record(target)), ownsRecord),
    sends(
      (target) => paths.withdrawal(record(target)),
      done(ownsRecord),
      () => ({ reason: "A mistake." }),
    ),
  ],
  "/contributions/:number/sharing": [
    opens((target) => paths.contributionSharing(record(target)), seesRecord),
    // A record that everybody sees, so that only the right to lower decides.
    sends(
      ({ things }) => paths.contributionSharing(things.publicRecord),
      changesSharing,
      () => ({
        ...{ intent: "lower", level: "group" },
      }),
    ),
  ],
  "/sharing-requests/:requestId": [
    opens(({ things }) => paths.sharingRequest(things.request), seesRecord),
    sends(
      ({ things }) => paths.sharingRequest(things.request),
      decides,
      () => ({ decision: "granted" }),
    ),
  ],
  "/sharing-requests/:requestId/withdrawal": [
    opens(({ things }) => paths.sharingWithdrawal(things.request), ownsRecord),
    sends(({ things }) => paths.sharingWithdrawal(things.request), done(ownsRecord)),
  ],
  "/search": [opens(() => paths.search({ q: "late" }), signedIn(200))],
  "/references": [opens(paths.references, signedIn(200))],
  "/references/:referenceId": [opens(({ things }) => paths.reference(things.reference), signedIn(200))],

  "/members": [opens(() => paths.members(), signedIn(200))],
  "/members/:membershipId": [
    opens(({ things }) => paths.member(things.membership), managesMembers),
    sends(
      ({ things }) => paths.member(things.membership),
      done(managesMembers),
      () => ({ role: "consultant" }),
    ),
  ],
  "/members/:membershipId/deactivation": [
    opens(({ things }) => paths.memberDeactivation(things.membership), managesMembers),
    sends(({ things }) => paths.memberDeactivation(things.membership), done(managesMembers)),
  ],
  "/members/invitation": [
    opens(({ w }) => paths.newInvitation({ group: w.groupId }), managesMembers),
    sends(
      ({ w }) => paths.newInvitation({ group: w.groupId }),
      done(managesMembers),
      ({ w }) => ({
        ...{ groupId: w.groupId, address: "new@test.example", name: "New", role: "observer", locale: "en" },
      }),
    ),
  ],
  "/members/invitation/several": [
    opens(({ w }) => paths.severalInvitations({ group: w.groupId }), managesMembers),
    // The links are shown, once, because no mail server brings them.
    sends(
      ({ w }) => paths.severalInvitations({ group: w.groupId }),
      managesMembers,
      ({ w }) => ({ groupId: w.groupId, rows: "New; new@test.example; observer", locale: "en", intent: "send" }),
    ),
  ],
  "/members/invitation/:invitationId": [
    opens(({ things }) => paths.invitationSent(things.invitation), seesInvitation),
    sends(({ things }) => paths.invitationSent(things.invitation), done(seesInvitation)),
  ],
  "/members/invitation/:invitationId/withdrawal": [
    opens(({ things }) => paths.invitationWithdrawal(things.invitation), seesInvitation),
    sends(({ things }) => paths.invitationWithdrawal(things.invitation), done(seesInvitation)),
  ],
  "/members/:membershipId/return": [
    opens(({ things }) => paths.memberReturn(things.formerMembership), managesMembers),
    sends(({ things }) => paths.memberReturn(things.formerMembership), done(managesMembers)),
  ],
  "/outbox": [opens(paths.outbox, organisesAnything)],
  "/outbox/:mailId": [
    opens(({ things }) => paths.outboxMail(things.mail), organisesHere),
    sends(({ things }) => paths.outboxMail(things.mail), done(organisesHere)),
  ],

  "/administration": [opens(paths.administration, administers)],
  "/administration/accounts": [opens(paths.adminAccounts, administers)],
  "/administration/accounts/:id/deactivation": [
    opens(({ w }) => paths.accountDeactivation(w.people.observer), administers),
    sends(({ w }) => paths.accountDeactivation(w.people.observer), done(administers)),
  ],
  "/administration/accounts/:id/reactivation": [
    opens(({ w }) => paths.accountReactivation(w.people.observer), administers),
    sends(({ w }) => paths.accountReactivation(w.people.observer), done(administers)),
  ],
  "/administration/accounts/:id/reset": [
    opens(({ w }) => paths.accountReset(w.people.observer), administers),
    sends(
      ({ w }) => paths.accountReset(w.people.observer),
      done(administers),
      () => ({ reason: "Lost the telephone." }),
    ),
  ],
  "/administration/accounts/:id/administrator": [
    opens(({ w }) => paths.accountAdministrator(w.people.observer), administers),
    sends(
      ({ w }) => paths.accountAdministrator(w.people.observer),
      done(administers),
      () => ({ administers: "on" }),
    ),
  ],
  "/administration/beneficiaries": [opens(paths.adminBeneficiaries, administers)],
  "/administration/beneficiaries/:id": [
    opens(({ w }) => paths.adminBeneficiary(w.beneficiaries.ba), administers),
    sends(
      ({ w }) => paths.adminBeneficiary(w.beneficiaries.ba),
      done(administers),
      () => name("Bosnia"),
    ),
  ],
  "/administration/beneficiaries/several": [
    opens(paths.severalBeneficiaries, administers),
    sends(paths.severalBeneficiaries, done(administers), () => ({ codes: "me" })),
  ],
  "/administration/institutions/several": [
    opens(paths.severalInstitutions, administers),
    sends(paths.severalInstitutions, done(administers), () => ({
      rows: "Court; other; -",
      language: "en",
      intent: "add",
    })),
  ],
  "/administration/library": [
    opens(paths.adminLibrary, administers),
    sends(paths.adminLibrary, done(administers), () => ({ intent: "load" })),
  ],
  "/administration/beneficiaries/:id/removal": [
    opens(({ w }) => paths.beneficiaryRemoval(w.beneficiaries.ba), administers),
    sends(
      ({ w }) => paths.beneficiaryRemoval(w.beneficiaries.ba),
      done(administers),
      () => ({ fate: "retire" }),
    ),
  ],
  "/administration/institutions/:id/removal": [
    opens(({ w }) => paths.institutionRemoval(w.institutions.ba), administers),
    sends(
      ({ w }) => paths.institutionRemoval(w.institutions.ba),
      done(administers),
      () => ({ fate: "retire" }),
    ),
  ],
  "/administration/institutions": [opens(paths.adminInstitutions, administers)],
  "/administration/institutions/:id": [
    opens(({ w }) => paths.adminInstitution(w.institutions.ba), administers),
    sends(
      () => paths.adminInstitution("new"),
      done(administers),
      () => ({ ...name("Court"), type: "other", beneficiaryId: "none" }),
    ),
  ],
  "/administration/groups": [opens(paths.adminGroups, administers)],
  "/administration/groups/:id": [
    opens(({ w }) => paths.adminGroup(w.groupId), administers),
    sends(
      () => paths.adminGroup("new"),
      done(administers),
      () => ({ ...name("Third"), slug: "third", code: "THI" }),
    ),
  ],
  "/administration/groups/:id/membership": [
    opens(({ w }) => paths.groupMembership(w.groupId), administers),
    sends(
      ({ w }) => paths.groupMembership(w.groupId),
      done(administers),
      () => ({ role: "observer", reason: "The organiser is ill." }),
    ),
  ],
  "/administration/mail": [
    opens(paths.adminMail, administers),
    sends(paths.adminMail, done(administers), () => ({ what: "test" })),
  ],
  "/administration/break-glass": [
    opens(paths.glass, administers),
    sends(paths.glass, done(administers), (target) => ({
      ...{ address: `https://zbornik.example/sessions/${session(target)}/minutes`, reason: "A member asks for help." },
    })),
  ],
  // What is open is opened by looking at it, which is logged: see the tests of the glass.
  "/administration/break-glass/:openingId": [opens(() => paths.glassOpening("none"), signedIn(404))],
  "/administration/security": [opens(() => paths.adminSecurity({ kind: "sign-in.began" }), administers)],
  "/administration/programme": [
    opens(paths.adminProgramme, administers),
    sends(paths.adminProgramme, done(administers), () => name("Programme")),
  ],
};
