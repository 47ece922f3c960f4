import { expect, it } from "vitest";
import { newId } from "#app/domain/identity.server.ts";
import { contributionReviewed, snapshotWaits } from "#app/domain/knowledge/review-mails.server.ts";
import {
  askedKey,
  sharingAsked,
  sharingDecided,
  sharingTakenBack,
} from "#app/domain/knowledge/sharing-mails.server.ts";
import { actionDue, actionOverdue } from "#app/domain/minutes/action-mails.server.ts";
import { glassOpened } from "#app/domain/minutes/glass/glass-mails.server.ts";
import { amendingEnded, amendmentDecided, minutesCirculated } from "#app/domain/minutes/minutes-mails.server.ts";
import { findOutbox } from "#app/domain/outbox/find-outbox.server.ts";
import { newsDigest } from "#app/domain/outbox/news-digest.server.ts";
import { testMail } from "#app/domain/outbox/test-mail.server.ts";
import {
  administratorsChanged,
  passwordChanged,
  passwordHelped,
  passwordReset,
} from "#app/domain/people/account-mails.server.ts";
import { memberInvited } from "#app/domain/people/invitation-mail.server.ts";
import { membershipChanged, membershipEnded } from "#app/domain/people/membership-mails.server.ts";
import { availabilityAsked } from "#app/domain/planning/availability-mails.server.ts";
import { answerAwaited } from "#app/domain/sessions/answers/answer-mails.server.ts";
import { sessionAfterwards, sessionReminder } from "#app/domain/sessions/reminders/reminder-mails.server.ts";
import { sessionNews } from "#app/domain/sessions/session-mails.server.ts";
import { feedMade, tokenMade } from "#app/domain/tokens/token-mails.server.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";
import { now, outgoing } from "#tests/domain/outbox/mail-server.ts";
import { aContribution, aSharingRequest } from "#tests/support/factories/contributions.ts";
import { aGlassOpening, aMinutes, anActionPoint, anAmendment } from "#tests/support/factories/minutes.ts";
import { aMail } from "#tests/support/factories/outbox.ts";
import {
  aMembership,
  aMembershipChange,
  anAccount,
  anInvitation,
  aPasswordHelp,
} from "#tests/support/factories/people.ts";
import { aRound } from "#tests/support/factories/rounds.ts";
import { aSession } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";
import { type World, world } from "#tests/support/world.ts";

/** What a mail is about, for one more member of a delegation, who speaks for it and administers. */
type Make = (db: Db, w: World, person: string) => Promise<{ subject_id: string; parameters?: object; guest?: true }>;

const own = (w: World, person: string) => ({ group_id: w.groupId, author_id: person, beneficiary: "ba" });

const upcoming = async (db: Db, w: World, person: string) => ({
  subject_id: await aSession(db, {
    ...{ group_id: w.groupId, round_id: w.roundId, created_by: w.people.organiser, delegates: [person] },
  }),
});

const remindedOf = (kind: string) => ({
  parameters: { kind, startsAt: "2026-11-04T08:00:00.000Z", endsAt: "2026-11-04T09:00:00.000Z" },
});

const dueOn = "2026-10-08";

const actionOf = async (db: Db, w: World, person: string) => {
  const { subject_id: session_id } = await upcoming(db, w, person);
  return anActionPoint(db, { group_id: w.groupId, session_id, owner_id: person, due_on: dueOn });
};

const circulatedOf: Make = async (db, w, person) => {
  const about = await upcoming(db, w, person);
  const circulated = { by: w.people.organiser, at: now.toISOString(), state: "circulated" } as const;
  await aMinutes(db, { session_id: about.subject_id, ...circulated });
  return about;
};

const kinds: Record<string, Make> = {
  [sessionNews.name]: async (db, w, person) => ({
    subject_id: await aSession(db, {
      ...{ group_id: w.groupId, round_id: w.roundId, created_by: w.people.organiser },
      ...{ beneficiary_id: w.beneficiaries.xk, delegates: [person] },
    }),
  }),
  [answerAwaited.name]: async (db, w, person) => ({
    subject_id: await aSession(db, {
      ...{ group_id: w.groupId, round_id: w.roundId, created_by: w.people.organiser, delegates: [person] },
    }),
  }),
  [contributionReviewed.name]: async (db, w, person) => ({
    subject_id: await aContribution(db, { ...own(w, person), status: "returned", review_reason: "Who leads?" }),
    parameters: { decision: "returned" },
  }),
  [snapshotWaits.name]: async (db, w, person) => ({
    subject_id: await aContribution(db, { ...own(w, person), status: "captured" }),
  }),
  [sharingAsked.name]: async (db, w, person) => {
    const contribution_id = await aContribution(db, own(w, person));
    const requestId = await aSharingRequest(db, { contribution_id, asked_by: w.people.organiser });
    return { subject_id: contribution_id, parameters: { requestId, toLevel: "group" } };
  },
  [sharingTakenBack.name]: async (db, w, person) => {
    const requestId = newId();
    await aMail(db, { template: sharingAsked.name, state: "sent", idempotency_key: askedKey(requestId, person) });
    return { subject_id: await aContribution(db, own(w, person)), parameters: { requestId } };
  },
  [sharingDecided.name]: async (db, w, person) => ({
    subject_id: await aContribution(db, own(w, person)),
    parameters: { decision: "granted", toLevel: "group" },
  }),
  [administratorsChanged.name]: async (db) => ({
    subject_id: await anAccount(db, { name: newId() }),
    parameters: { administers: true },
  }),
  [passwordHelped.name]: async (db, w, person) => ({
    subject_id: await aPasswordHelp(db, { account_id: person, by_account_id: w.people.administrator }),
  }),
  [passwordChanged.name]: async (_db, _w, person) => ({ subject_id: person }),
  [passwordReset.name]: async (_db, _w, person) => ({ subject_id: person }),
  [testMail.name]: async (_db, _w, person) => ({ subject_id: person }),
  [tokenMade.name]: async (_db, _w, person) => ({
    subject_id: person,
    parameters: { name: "Script", scopes: ["search:read"], expiresAt: "2026-12-01T00:00:00.000Z" },
  }),
  [feedMade.name]: async (_db, _w, person) => ({
    subject_id: person,
    parameters: { name: "Office", discloses: false },
  }),
  [sessionReminder.name]: async (db, w, person) => ({ ...(await upcoming(db, w, person)), ...remindedOf("day") }),
  [sessionAfterwards.name]: async (db, w, person) => ({ ...(await upcoming(db, w, person)), ...remindedOf("after") }),
  [availabilityAsked.name]: async (db, w) => ({
    subject_id: await aRound(db, { group_id: w.groupId, created_by: w.people.organiser, slug: newId() }),
  }),
  [minutesCirculated.name]: circulatedOf,
  [amendingEnded.name]: circulatedOf,
  [glassOpened.name]: async (db, w, person) => {
    const about = await upcoming(db, w, person);
    const opened = { session_id: about.subject_id, account_id: w.people.administrator, reason: "A member asks." };
    return { ...about, parameters: { opening: await aGlassOpening(db, opened) } };
  },
  [amendmentDecided.name]: async (db, w, person) => {
    const about = await upcoming(db, w, person);
    const decided = { session_id: about.subject_id, author_id: person, decision: "accepted" } as const;
    return { ...about, parameters: { amendment: await anAmendment(db, decided) } };
  },
  [actionDue.name]: async (db, w, person) => ({ subject_id: await actionOf(db, w, person), parameters: { dueOn } }),
  [actionOverdue.name]: async (db, w, person) => ({
    subject_id: await actionOf(db, w, person),
    parameters: { dueOn, week: 0 },
  }),
  [membershipChanged.name]: async (db, w) => ({
    subject_id: await aMembershipChange(db, {
      ...{ group_id: w.groupId, account_id: w.people.organiser, kind: "organiser" },
    }),
  }),
  [membershipEnded.name]: async (db, w, person) => ({
    subject_id: await aMembership(db, {
      ...{ account_id: person, group_id: w.otherGroupId, role: "observer", ended_at: now.toISOString() },
    }),
  }),
  [memberInvited.name]: async (db, w) => ({
    subject_id: await anInvitation(db, {
      ...{ group_id: w.groupId, invited_by: w.people.organiser, address: `${newId()}@test.example` },
      expires_at: "2026-12-01T00:00:00.000Z",
    }),
    guest: true,
  }),
};

/** Queues mails of some kinds, each about another thing to somebody else. */
async function queue(store: Store, w: World, names: readonly string[], each: number): Promise<void> {
  await writeTransaction(store, async (db) => {
    for (const template of names) {
      for (let at = 0; at < each; at++) {
        const person = await anAccount(db, { name: newId(), is_administrator: 1 });
        const standing = { role: "participant", beneficiary_id: w.beneficiaries.ba, speaks: 1 } as const;
        await aMembership(db, { account_id: person, group_id: w.groupId, ...standing });
        const { subject_id, parameters = {}, guest } = (await kinds[template]?.(db, w, person)) ?? {};
        const to = { recipient_id: guest ? null : person, parameters: JSON.stringify(parameters) };
        await aMail(db, { template, group_id: w.groupId, subject_id, ...to });
      }
    }
  });
}

/** How many mails the list shows with their subject, and how many statements it takes. */
async function listed(store: Store, w: World): Promise<{ shown: number; statements: number }> {
  const organiser = await w.actor(w.people.organiser);
  const reading = { ...viewer(), locale: "en" as const };
  const before = store.asked();
  const found = await findOutbox(store.read, organiser, w.groupId, outgoing, { page: 1, reading, now });
  return { shown: found.mails.filter(({ subject }) => subject).length, statements: store.asked() - before };
}

it.each(Object.keys(kinds))("lists one mail of the kind %s with as many statements as twenty", async (name) => {
  const store = testStore();
  const w = await world(store);
  await queue(store, w, [name], 1);
  const one = await listed(store, w);
  await queue(store, w, [name], 19);
  expect([one.shown, await listed(store, w)]).toEqual([1, { shown: 20, statements: one.statements }]);
});

it("knows every kind of mail", () => {
  // Digests belong to no group, and are in no list.
  const listable = mails.map(({ name }) => name).filter((name) => name !== newsDigest.name);
  expect(Object.keys(kinds).sort()).toEqual(listable.sort());
});

// A page of the list holds two of each.
const half = Math.ceil(Object.keys(kinds).length / 2);
const halves = [Object.keys(kinds).slice(0, half), Object.keys(kinds).slice(half)];

it.each(halves)("lists one mail of many kinds with as many statements as two (%s, ...)", async (...names) => {
  const store = testStore();
  const w = await world(store);
  await queue(store, w, names, 1);
  const one = await listed(store, w);
  await queue(store, w, names, 1);
  const shown = 2 * names.length;
  expect([one.shown, await listed(store, w)]).toEqual([names.length, { shown, statements: one.statements }]);
});
