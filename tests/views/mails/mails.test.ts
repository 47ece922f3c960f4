import { describe, expect, it } from "vitest";
import { contributionReviewed, snapshotWaits } from "#app/domain/knowledge/review-mails.server.ts";
import { sharingAsked, sharingDecided, sharingTakenBack } from "#app/domain/knowledge/sharing-mails.server.ts";
import { isUnsent, type MailDefinition } from "#app/domain/mail/define-mail.ts";
import { plainMail } from "#app/domain/mail/mail-text.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { kindOf, type OutboxRow, type WrittenMail } from "#app/domain/mail/sendable-mail.ts";
import { actionDue, actionOverdue } from "#app/domain/minutes/action-mails.server.ts";
import { glassOpened } from "#app/domain/minutes/glass/glass-mails.server.ts";
import { amendingEnded, amendmentDecided, minutesCirculated } from "#app/domain/minutes/minutes-mails.server.ts";
import { newsDigest } from "#app/domain/outbox/news-digest.server.ts";
import { testMail } from "#app/domain/outbox/test-mail.server.ts";
import {
  administratorsChanged,
  passwordChanged,
  passwordHelped,
  passwordReset,
} from "#app/domain/people/account-mails.server.ts";
import { memberInvited } from "#app/domain/people/invitation-mail.server.ts";
import { inviteMember } from "#app/domain/people/invite-member.server.ts";
import { membershipChanged, membershipEnded } from "#app/domain/people/membership-mails.server.ts";
import { availabilityAsked } from "#app/domain/planning/availability-mails.server.ts";
import { answerAwaited } from "#app/domain/sessions/answers/answer-mails.server.ts";
import { sessionAfterwards, sessionReminder } from "#app/domain/sessions/reminders/reminder-mails.server.ts";
import { sessionNews } from "#app/domain/sessions/session-mails.server.ts";
import type { News } from "#app/domain/sessions/session-news.ts";
import { feedMade, tokenMade } from "#app/domain/tokens/token-mails.server.ts";
import { messagesOf } from "#app/i18n/catalogues.server.ts";
import { type InterfaceLocale, interfaceLocales } from "#app/i18n/languages.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { type Db, writeTransaction } from "#db/store.ts";
import { aContribution, aVersion } from "#tests/support/factories/contributions.ts";
import { aGlassOpening, aMinutes, anActionPoint, anAmendment } from "#tests/support/factories/minutes.ts";
import { aMembership, aMembershipChange, aPasswordHelp } from "#tests/support/factories/people.ts";
import { aSession } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const now = new Date("2026-10-01T08:00:00.000Z");
const site = { publicUrl: "https://zbornik.example", mailFrom: "zbornik@zbornik.example" };

/** Every mail of the product as one member gets it, by name, with its secret links. */
async function everyMail(
  locale: InterfaceLocale,
  groupNames = '{"en":"Release","bs":"Otpust"}',
): Promise<Map<string, WrittenMail | null>> {
  const store = testStore();
  const w = await world(store);
  const { speakerBa: person, organiser } = w.people;
  const standing = { role: "observer", beneficiaryId: null, institutionId: null, speaks: false } as const;
  const guest = { ...standing, groupId: w.groupId, address: "guest@test.example", name: "Gošća", locale };
  const { invitationId } = await inviteMember(store, await w.actor(organiser), guest, now);
  await writeTransaction(store, async (db) => {
    await db.deleteFrom("outbox").execute();
    const delegation = {
      names: JSON.stringify({ en: "Kosovo", bs: "Kosovo" }),
      footnote: '{"en":"Designation.","bs":"Oznaka."}',
    };
    await db.updateTable("beneficiary").set(delegation).where("id", "=", w.beneficiaries.xk).execute();
    await db
      .updateTable("account")
      .set({ locale, mail_locale: locale, zone: "America/New_York" })
      .where("id", "=", person)
      .execute();
    await db.updateTable("round").set({ titles: '{"en":"Second","bs":"Drugi"}' }).execute();
    await db.updateTable("working_group").set({ names: groupNames }).execute();
    const own = { group_id: w.groupId, round_id: w.roundId, created_by: organiser, beneficiary_id: w.beneficiaries.xk };
    const sessionId = await aSession(db, { ...own, delegates: [person] });
    const of = { group_id: w.groupId, author_id: w.people.participantBa, delegation_id: w.beneficiaries.ba };
    const contributionId = await aContribution(db, { ...of, beneficiary: "ba", status: "captured" });
    await aVersion(db, { contribution_id: contributionId, title: "A title that stays here" });

    const order = <Kept>(definition: MailDefinition<Kept, unknown>, subjectId: string, kept: NoInfer<Kept>) => {
      const to = { id: person, address: "speakerba@test.example" };
      const mark = `${subjectId}:${JSON.stringify(kept)}`;
      return queueMail(db, { ...definition, replaces: false }, { kept, to, groupId: w.groupId, subjectId, mark }, now);
    };
    const session = {
      ...{ startsAt: "2026-11-04T08:00:00.000Z", endsAt: "2026-11-04T09:00:00.000Z", language: "de" },
      ...({ sequence: 1, stamp: now.toISOString(), attribution: "beneficiary", previousStartsAt: null } as const),
    };
    const [on, off] = [
      { ...session, method: "REQUEST", joinLink: "https://meet.example/x" },
      { ...session, method: "CANCEL", joinLink: null },
    ] as const;
    const told: News[] = [
      { ...on, what: "scheduled" },
      { ...on, what: "moved", previousStartsAt: "2026-11-05T08:00:00.000Z" },
      { ...on, what: "changed" },
      { ...off, what: "cancelled" },
      { ...off, what: "left" },
    ];
    await db.updateTable("session").set({ cancellation_reason: "Stromausfall" }).where("id", "=", sessionId).execute();
    for (const one of told) await order(sessionNews, sessionId, { told: one });
    await order(answerAwaited, sessionId, {});
    const then = { startsAt: "2026-11-04T08:00:00.000Z", endsAt: "2026-11-04T09:00:00.000Z" };
    await order(sessionReminder, sessionId, { ...then, kind: "day" });
    await order(sessionAfterwards, sessionId, { ...then, kind: "after" });
    await order(sharingAsked, contributionId, { requestId: "r1", toLevel: "programme" });
    await order(sharingTakenBack, contributionId, { requestId: "r1" });
    await order(sharingDecided, contributionId, { decision: "refused", toLevel: "programme" });
    const mine = {
      ...of,
      author_id: person,
      beneficiary: "ba",
      status: "returned",
      review_reason: "Ko vodi?",
    } as const;
    await order(contributionReviewed, await aContribution(db, mine), { decision: "returned" });
    await order(snapshotWaits, await aContribution(db, { ...mine, status: "captured", review_reason: null }), {});
    await order(availabilityAsked, w.roundId, {});
    await aMinutes(db, { session_id: sessionId, by: organiser, at: now.toISOString(), state: "circulated" });
    await order(minutesCirculated, sessionId, {});
    await order(amendingEnded, sessionId, {});
    const minuted = { session_id: sessionId, author_id: person, decision: "refused", reason: "Nije rečeno" } as const;
    const opened = { session_id: sessionId, account_id: w.people.administrator, reason: "Žalba na zapisnik" };
    await order(glassOpened, sessionId, { opening: await aGlassOpening(db, opened) });
    await order(amendmentDecided, sessionId, { amendment: await anAmendment(db, minuted) });
    const dueOn = "2026-10-08";
    const action = { group_id: w.groupId, session_id: sessionId, owner_id: person, due_on: dueOn };
    const actionId = await anActionPoint(db, action);
    await order(actionDue, actionId, { dueOn });
    await order(actionOverdue, actionId, { dueOn, week: 0 });
    await order(passwordReset, person, {});
    await order(testMail, person, {});
    await order(passwordChanged, person, {});
    const help = { account_id: person, by_account_id: w.people.administrator, reason: "Izgubljen telefon" };
    await order(passwordHelped, await aPasswordHelp(db, help), {});
    await order(tokenMade, person, { name: "Skripta", scopes: ["search:read"], expiresAt: "2026-10-31T08:00:00.000Z" });
    await order(feedMade, person, { name: "Ured", discloses: true });
    const changeId = await aMembershipChange(db, {
      ...{ group_id: w.groupId, account_id: organiser, kind: "administrator", reason: "Zamjena" },
      ...{ by_account_id: w.people.administrator },
    });
    await order(membershipChanged, changeId, {});
    await db.updateTable("account").set({ is_administrator: 1 }).where("id", "=", person).execute();
    await order(administratorsChanged, organiser, { administers: true });
    const over = {
      account_id: person,
      group_id: w.otherGroupId,
      role: "observer" as const,
      ended_at: now.toISOString(),
    };
    await order(membershipEnded, await aMembership(db, over), {});
    await db
      .updateTable("outbox")
      .set({ state: "sent" })
      .where("template", "in", [sessionNews.name, sharingAsked.name, sharingTakenBack.name])
      .execute();
    const to = { id: null, address: "guest@test.example" };
    await queueMail(db, memberInvited, { kept: {}, to, groupId: w.groupId, subjectId: invitationId, mark: "1" }, now);
  });
  const rows = await store.read.selectFrom("outbox").selectAll().execute();
  const written = rows.map(async (row) => {
    const found = await kindOf(row, { mails })?.write(store.read, site, row, { now, secret: async () => "secret-1" });
    return [nameOf(row), found && !isUnsent(found) ? found.mail : null] as const;
  });
  return new Map(await Promise.all(written));
}

/** Mails about sessions are one kind that says five things. */
function nameOf({ template, parameters }: OutboxRow): string {
  const { told } = JSON.parse(parameters) as { told?: News };
  return told ? `session-${told.what}` : template;
}

/** A digest is made of others, and has a test of its own. */
const single = mails
  .map(({ name }) => name)
  .filter((name) => name !== newsDigest.name)
  .sort();

/** Sentences of the English catalogue as a mail in English would show them, in pieces between the placeholders. */
const englishPieces = Object.entries(messagesOf("en"))
  .filter(([key]) => /^(mail|tokens\.scope|codes\.sharing)\./.test(key))
  .flatMap(([, message]) => message.split(/\{[^}]*\}/))
  .map((piece) => piece.trim())
  .filter((piece) => /[a-z]{3}/i.test(piece));

describe.each(interfaceLocales)("in %s", (locale) => {
  it("every kind of mail of the product is written whole, in that language, with absolute links", async () => {
    const all = await everyMail(locale);
    const kinds = [...all.keys()].map((name) => (name.startsWith("session-") ? sessionNews.name : name));
    expect([...new Set(kinds)].sort()).toEqual(single);
    for (const [name, mail] of all) {
      const whole = mail ? `${mail.subject}\n${plainMail(mail)}\n${mail.calendar?.content ?? ""}` : "";
      expect([name, mail?.locale, whole.length > 150]).toEqual([name, locale, true]);
      // A placeholder that was not filled, a key that the catalogue does not have, a value that was not there.
      expect([name, /[{}]|\b(mail|tokens|codes)\.[a-z]|undefined|null|NaN/.exec(whole)]).toEqual([name, null]);
      expect([name, mail?.links.filter(({ href }) => !/^https:\/\/(zbornik|meet)\.example\/\S+$/.test(href))]).toEqual([
        name,
        [],
      ]);
      const unfolded = whole.replaceAll("\r\n ", "");
      if (locale !== "en") {
        expect([name, englishPieces.filter((piece) => unfolded.includes(piece))]).toEqual([name, []]);
        expect([name, /\b(the|your|is|Release|Second|Designation)\b/.exec(unfolded)]).toEqual([name, null]);
      }
    }
  });
});

it("say of a group that has no name in their language in which one it is named", async () => {
  const all = [...(await everyMail("bs", '{"en":"Release"}'))];
  const naming = all.filter(([, mail]) => mail?.paragraphs.some((paragraph) => paragraph.includes("Release")));
  expect(naming.length).toBeGreaterThan(4);
  const said = naming.map(([name, mail]) => [name, mail?.foreign]);
  expect(said).toEqual(naming.map(([name]) => [name, { text: "Release", lang: "en" }]));
});

it("about what remains of a session name it with its day, and say of an action point its round", async () => {
  const session = /Bilateral session with the delegation of Kosovo\*?, 4 November 2026/;
  const all = await everyMail("en");
  for (const name of ["minutes-circulated", "amending-ended", "amendment-decided", "glass-opened"]) {
    expect([name, all.get(name)?.subject]).toEqual([name, expect.stringMatching(session)]);
  }
  for (const name of ["action-due", "action-overdue"]) {
    const told = all.get(name)?.paragraphs.join("\n");
    expect([name, told]).toEqual([
      name,
      expect.stringMatching(new RegExp(`Agreed in: ${session.source}\nRound: Second`)),
    ]);
  }
});

it("are all that the rooms define", () => {
  const rooms = import.meta.glob("/app/domain/**/*-mail*.server.ts", { eager: true });
  const defined = Object.values(rooms).flatMap((room) =>
    Object.values(room as Record<string, { find?: unknown; name: string }>),
  );
  const names = defined
    .filter((definition) => typeof definition === "object" && "find" in definition)
    .map(({ name }) => name);
  expect(names.sort()).toEqual(single);
});

it("links to what each is about, and keeps titles of contributions to itself", async () => {
  const all = await everyMail("en");
  const links = [...all].map(([name, mail]) => [
    name,
    mail?.links.map(({ href }) =>
      new URL(href).pathname.replace(/(?<=\/)[\w-]{15,}(?=$|\/availability$|\/minutes$)/, "ID"),
    ),
  ]);
  const answering = ["/answers/secret-1", "/answers/secret-1", "/answers/secret-1"];
  expect(Object.fromEntries(links)).toEqual({
    "availability-asked": ["/rounds/ID/availability"],
    "session-scheduled": [...answering, "/x", "/sessions/ID"],
    "session-moved": [...answering, "/x", "/sessions/ID"],
    "session-changed": [...answering, "/x", "/sessions/ID"],
    "session-cancelled": [],
    "session-left": [],
    "reminder-before": ["/sessions/ID", "/account/mails"],
    "reminder-after": ["/contributions/new", "/sessions/ID", "/account/mails"],
    "answer-awaited": [...answering, "/sessions/ID"],
    "sharing-asked": ["/sharing-requests/r1"],
    "sharing-taken-back": [expect.stringMatching(/^\/contributions\/REL-/)],
    "sharing-decided": [expect.stringMatching(/^\/contributions\/REL-/)],
    "contribution-reviewed": [expect.stringMatching(/^\/contributions\/REL-.*\/edit$/)],
    "snapshot-waits": [expect.stringMatching(/^\/contributions\/REL-.*\/edit$/)],
    "minutes-circulated": ["/sessions/ID/minutes"],
    "amending-ended": ["/sessions/ID/minutes"],
    "glass-opened": ["/sessions/ID"],
    "amendment-decided": ["/sessions/ID/minutes"],
    "action-due": ["/actions/ID"],
    "action-overdue": ["/actions/ID"],
    invitation: ["/invitations/secret-1"],
    "password-helped": ["/account/password"],
    "password-reset": ["/reset/secret-1"],
    "password-changed": [],
    "administrators-changed": ["/administration/accounts"],
    test: [],
    "membership-changed": ["/members"],
    "membership-ended": [],
    "token-made": ["/account/tokens"],
    "feed-made": ["/account/calendars"],
  });
  expect(JSON.stringify([...all])).not.toContain("A title that stays here");
});

it("refuses at compile time what a kind of mail does not keep", async () => {
  const order = { to: { id: "a", address: "a@b.example" }, groupId: null, subjectId: "s", mark: "1" };
  const misspelt = (db: Db) => [
    // @ts-expect-error
    queueMail(db, tokenMade, { ...order, kept: { name: "x", scopes: ["search:reed"], expiresAt: "" } }, now),
    // @ts-expect-error
    queueMail(db, sessionNews, { ...order, kept: { reason: "x" } }, now),
    // @ts-expect-error
    queueMail(db, passwordReset, { ...order, kept: { accountId: "x" } }, now),
  ];
  expect(misspelt).toHaveLength(1);
});
