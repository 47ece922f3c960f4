import fc from "fast-check";
import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findMinutes } from "#app/domain/minutes/find-minutes.server.ts";
import {
  findQuestion,
  type Question,
  type QuestionFilter,
} from "#app/domain/minutes/questions/find-question.server.ts";
import { findRoundQuestions } from "#app/domain/minutes/questions/find-round-questions.server.ts";
import { sure } from "#app/sure.ts";
import { questionCsv } from "#app/views/minutes/question-csv.server.ts";
import { questionDocument } from "#app/views/minutes/question-document.server.ts";
import { questionTitle } from "#app/views/minutes/question-view.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";
import { aContribution } from "#tests/support/factories/contributions.ts";
import { aDecision, aMinutes, aMinutesText, anActionPoint } from "#tests/support/factories/minutes.ts";
import { anAgendaItem, anAgendaTemplate, aSession, aSessionPerson } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";
import { type World, world } from "#tests/support/world.ts";

const QUESTION = "question00000001";
const now = new Date("2026-11-10T08:00:00.000Z");

interface Given {
  code: "ba" | "al";
  /** Null: not asked. */
  body: string | null;
  internal?: boolean;
  state?: "circulated" | "final";
  attribution?: "person" | "group";
  startsAt?: string;
}

/** A session with one delegation and one consultant, and what its minutes say under the question. @returns its id */
async function ask(db: Db, w: World, { code, body, internal, state, attribution, startsAt }: Given): Promise<string> {
  const by = w.people.organiser;
  const id = await aSession(db, {
    ...{ group_id: w.groupId, round_id: w.roundId, created_by: by, beneficiary_id: w.beneficiaries[code] },
    ...{ starts_at: startsAt ?? "2026-11-04T08:00:00.000Z", attribution: attribution ?? "person" },
    delegates: [code === "ba" ? w.people.participantBa : w.people.participantAl],
  });
  const consultant = code === "ba" ? w.people.consultant : w.people.secondConsultant;
  await aSessionPerson(db, { session_id: id, account_id: consultant, part: "consultant" });
  const visibility = internal ? "internal" : "shared";
  const shared = { session_id: id, visibility, title: `What helps, ${code}?` } as const;
  const item = await anAgendaItem(db, { ...shared, ...(body === null ? {} : { question_id: QUESTION }) });
  if (state) await aMinutes(db, { session_id: id, by, at: startsAt ?? "2026-11-05T08:00:00.000Z", state });
  if (!body) return id;
  const text = { body, body_html: `<p>${body}</p>` };
  await aMinutesText(db, { ...text, item_id: item, session_id: id, updated_by: by });
  await aDecision(db, { session_id: id, item_id: item, created_by: by, text: `Decided ${body}` });
  const owner_id = w.people.participantBa;
  await anActionPoint(db, { group_id: w.groupId, session_id: id, item_id: item, owner_id, text: `Do ${body}` });
  return id;
}

async function asked(given: readonly Given[]): Promise<{ store: Store; w: World; sessions: string[] }> {
  const store = testStore();
  const w = await world(store);
  const sessions = await writeTransaction(store, async (db) => {
    const ids: string[] = [];
    for (const one of given) ids.push(await ask(db, w, one));
    return ids;
  });
  return { store, w, sessions };
}

const everything: QuestionFilter = { roundId: null, delegationId: null };
const find = (store: Store, w: World, actor: Actor, filter = everything): Promise<Question> =>
  findQuestion(store.read, actor, { questionId: QUESTION, groupId: w.groupId, filter }, now);
const lines = ({ rounds }: Question) =>
  rounds.flatMap(({ answers, uncovered }) => [
    ...answers.map(({ session, bodyHtml, gap }) => `${session.beneficiary?.names.en}: ${bodyHtml || gap}`),
    ...uncovered.map(({ names }) => `${names.en}: no-session`),
  ]);

it("shows organisers every delegation, with gaps, and others their own sessions alone", async () => {
  const { store, w } = await asked([
    { code: "ba", body: "Mentors", state: "final" },
    { code: "ba", body: "", state: "final" },
    { code: "ba", body: null, state: "final" },
    { code: "ba", body: "", startsAt: "2026-11-20T08:00:00.000Z" },
    { code: "al", body: "Families" },
  ]);
  const seenBy = async (id: string) => lines(await find(store, w, await w.actor(id)));
  const ba = "Bosnia and Herzegovina";
  const own = [`${ba}: <p>Mentors</p>`, `${ba}: nothing`, `${ba}: not-asked`, `${ba}: to-come`];
  expect((await seenBy(w.people.organiser)).sort()).toEqual([...own, "Albania: <p>Families</p>"].sort());
  expect((await seenBy(w.people.participantBa)).sort()).toEqual([...own].sort());
  // Minutes that nobody has circulated are for those who write them.
  expect(await seenBy(w.people.secondConsultant)).toEqual(["Albania: <p>Families</p>"]);
  const [al] = (await find(store, w, await w.actor(w.people.participantAl))).rounds.flatMap(({ answers }) => answers);
  expect([al?.bodyHtml, al?.decisions, al?.gap]).toEqual(["", [], null]);
  await expect(find(store, w, await w.actor(w.people.observer))).rejects.toThrow(NotFound);
  await expect(find(store, w, await w.actor(w.people.administrator))).rejects.toThrow(NotFound);
});

it("names delegations without a session to those who schedule them", async () => {
  const { store, w } = await asked([{ code: "ba", body: "Mentors", state: "final" }]);
  const seenBy = async (id: string) => lines(await find(store, w, await w.actor(id)));
  const ba = "Bosnia and Herzegovina: <p>Mentors</p>";
  expect(await seenBy(w.people.organiser)).toEqual([ba, "Albania: no-session"]);
  expect(await seenBy(w.people.consultant)).toEqual([ba]);
  const filter = { roundId: null, delegationId: w.beneficiaries.al };
  const filtered = await find(store, w, await w.actor(w.people.organiser), filter);
  expect(lines(filtered)).toEqual(["Albania: no-session"]);
});

it("puts a question of a template that all groups are offered to each reader in their language", async () => {
  const { store, w } = await asked([
    { code: "ba", body: "Mentors", state: "final" },
    { code: "al", body: "Families", state: "final" },
  ]);
  const titles = { en: "What helps, ba?", bs: "Šta pomaže?" };
  const offer = (given: { group_id: string | null; bs: string }) =>
    writeTransaction(store, (db) =>
      anAgendaTemplate(db, {
        group_id: given.group_id,
        items: [{ question_id: QUESTION, titles: JSON.stringify({ ...titles, bs: given.bs }), minutes: 10 }],
      }),
    );
  await offer({ group_id: null, bs: "Šta pomaže?" });
  const read = async (id: string, locale: "en" | "bs") => {
    const actor = await w.actor(id);
    const reader = viewer("Europe/Sarajevo", now, locale);
    const { questions } = await findRoundQuestions(store.read, actor, w.roundId);
    const listed = questions.filter((one) => one.id === QUESTION).map((one) => questionTitle(one, reader));
    return [questionTitle(await find(store, w, actor), reader), ...listed];
  };
  expect(await read(w.people.participantBa, "bs")).toEqual([{ text: "Šta pomaže?" }, { text: "Šta pomaže?" }]);
  // In Albania it was asked in other words, and those of a template of the group are for its organisers.
  await offer({ group_id: w.groupId, bs: "Šta pomaže kod nas?" });
  const said = { text: "What helps, al?", lang: "en" };
  expect(await read(w.people.participantAl, "bs")).toEqual([said, said]);
  expect(await read(w.people.participantBa, "bs")).toEqual([{ text: "Šta pomaže?" }, { text: "Šta pomaže?" }]);
});

const given = fc.record({
  code: fc.constantFrom("ba", "al" as const),
  body: fc.constantFrom(null, "", "Mentors", "Housing"),
  internal: fc.boolean(),
  state: fc.constantFrom(undefined, "circulated" as const, "final" as const),
});

it("tells everybody exactly what the minutes of each session tell them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(given, { minLength: 1, maxLength: 5 }), async (sessions) => {
      const { store, w, sessions: ids } = await asked(sessions);
      for (const account of Object.values(w.people)) {
        const actor = await w.actor(account);
        const one: string[] = [];
        for (const id of ids) {
          const minutes = await findMinutes(store.read, actor, id, now).catch(() => null);
          const items = (await itemsOf(store, id, minutes?.items ?? [])).map((item) => {
            const decided = minutes?.decisions.filter(({ itemId }) => itemId === item.id).map(({ text }) => text);
            return `${id} ${item.id} ${item.bodyHtml} ${decided}`;
          });
          one.push(...items);
        }
        const found = await find(store, w, actor).catch(() => null);
        const answers = found?.rounds
          .flatMap((round) => round.answers)
          .filter(({ item, state, session }) => {
            return item !== null && (state !== "draft" || isWriter(actor, session.groupId));
          });
        const set = answers?.map(
          ({ session, item, bodyHtml, decisions }) =>
            `${session.id} ${item?.id} ${bodyHtml} ${decisions.map(({ text }) => text)}`,
        );
        expect((set ?? []).sort()).toEqual(one.sort());
      }
    }),
    { numRuns: 20 },
  );
});

/** In this world whoever is in a session and no participant writes its minutes. */
function isWriter(actor: Actor, groupId: string): boolean {
  return actor.memberships.some((one) => one.groupId === groupId && ["organiser", "consultant"].includes(one.role));
}

async function itemsOf<T extends { id: string }>(store: Store, sessionId: string, items: readonly T[]): Promise<T[]> {
  const rows = await store.read
    .selectFrom("agenda_item")
    .select("id")
    .where("session_id", "=", sessionId)
    .where("question_id", "=", QUESTION)
    .execute();
  return items.filter(({ id }) => rows.some((row) => row.id === id));
}

it("leaves no trace of a session that somebody does not see, in pages or files", async () => {
  const own: Given = { code: "ba", body: "Mentors", state: "final" };
  const texts = async (others: readonly Given[]) => {
    const { store, w } = await asked([own, ...others]);
    const actor = await w.actor(w.people.participantBa);
    const found = await find(store, w, actor);
    const { questions } = await findRoundQuestions(store.read, actor, w.roundId);
    const files = (["viewer", "others"] as const).map((whom) => [
      questionCsv(found, whom, viewer()),
      questionDocument(found, whom, viewer()),
    ]);
    const counts = questions.filter(({ id }) => id === QUESTION).map(({ sessions, titles }) => [sessions, titles]);
    return JSON.stringify([lines(found), files, counts, found.all.delegations.map(({ names }) => names)]);
  };
  const hidden: Given = { code: "al", body: "Quokkagram", state: "final", attribution: "group" };
  const seen = await texts([hidden, { ...hidden, body: null }]);
  expect(seen).toContain("Mentors");
  expect(seen).not.toContain("Quokkagram");
  expect(seen).toBe(await texts([]));
});

it("leaves records whose attribution keeps their delegation out of what stands under its name in files for others", async () => {
  const { store, w, sessions } = await asked([{ code: "ba", body: "Mentors", state: "final", attribution: "person" }]);
  const item = await store.read
    .selectFrom("agenda_item")
    .select("id")
    .where("question_id", "=", QUESTION)
    .executeTakeFirstOrThrow();
  await writeTransaction(store, async (db) => {
    const of = { group_id: w.groupId, session_id: sure(sessions[0]), round_id: w.roundId, agenda_item_id: item.id };
    const by = { author_id: w.people.participantBa, delegation_id: w.beneficiaries.ba, beneficiary: "ba" } as const;
    await aContribution(db, { ...of, ...by, status: "captured", attribution: "group", title: "Kept record" });
    await aContribution(db, { ...of, ...by, status: "captured", attribution: "beneficiary", title: "Told record" });
  });
  const found = await find(store, w, await w.actor(w.people.organiser));
  const says = (whom: "viewer" | "others") =>
    [questionCsv(found, whom, viewer()), JSON.stringify(questionDocument(found, whom, viewer()).blocks)].map((text) =>
      ["Bosnia and Herzegovina", "Told record", "Kept record"].map((part) => text.includes(part)),
    );
  expect(says("others")).toEqual([
    [true, true, false],
    [true, true, false],
  ]);
  expect(says("viewer")).toEqual([
    [true, true, true],
    [true, true, true],
  ]);
});

it("keeps in files for others what attribution keeps: name, day, place in the order, and what is missing", async () => {
  const kept = { state: "final", attribution: "group" } as const;
  const { store, w } = await asked([
    { code: "ba", body: "Mentors", ...kept },
    { code: "al", body: "Zeal", ...kept },
    { code: "al", body: "", ...kept },
    { code: "ba", body: "Secret", internal: true, ...kept },
  ]);
  const found = await find(store, w, await w.actor(w.people.organiser));
  const file = questionCsv(found, "others", viewer());
  expect(file).not.toMatch(/Bosnia|Albania|November 2026, |Secret|participantBa/);
  // By their texts: in the order of the delegations Albania would stand first.
  expect(file.indexOf("Mentors")).toBeLessThan(file.indexOf("Zeal"));
  expect(file.match(/nothing noted/g)).toBeNull();
  expect(questionCsv(found, "viewer", viewer())).toMatch(/Albania[^\n]*nothing noted/);
  const paper = JSON.stringify(questionDocument(found, "others", viewer()).blocks);
  expect(paper).not.toMatch(/Bosnia|Albania|participantBa/);
});
