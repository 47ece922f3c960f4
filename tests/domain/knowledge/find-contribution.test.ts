import { describe, expect, it } from "vitest";
import type { Attribution } from "#app/domain/codes.ts";
import { addLanguageVersion } from "#app/domain/knowledge/add-language-version.server.ts";
import { listContributions } from "#app/domain/knowledge/list-contributions.server.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import type { Store } from "#db/store.ts";
import { readContribution, readHistory } from "#tests/domain/knowledge/read-contribution.ts";
import {
  answerOf,
  full,
  now,
  type RecordWorld,
  recordWorld,
  snapshot,
  submitted,
} from "#tests/domain/knowledge/record-world.ts";
import { testStore, writing } from "#tests/support/store.ts";
import type { World } from "#tests/support/world.ts";

async function publish(store: Store, number: string): Promise<void> {
  await writing(store).updateTable("contribution").set({ sharing: "public" }).where("number", "=", number).execute();
}

async function read(store: Store, small: RecordWorld, who: keyof World["people"] | null, number: string) {
  return readContribution(store.read, await small.actor(who ? small.people[who] : null), number);
}

describe("attribution", () => {
  it.each([
    ["person", ["participantBa", "Probation service ba", "Probation", "Bosnia and Herzegovina"]],
    ["institution", [null, "Probation service ba", "Probation", "Bosnia and Herzegovina"]],
    ["beneficiary", [null, null, null, "Bosnia and Herzegovina"]],
    ["group", [null, null, null, null]],
  ] as [Attribution, (string | null)[]][])("%s tells outside readers no more", async (attribution, told) => {
    const store = testStore();
    const small = await recordWorld(store);
    const from = { sessionId: small.session, attribution };
    const { number } = await submitted(store, small, "participantBa", from);
    await publish(store, number);
    const whole = ["participantBa", "Probation service ba", "Probation", "Bosnia and Herzegovina"];
    for (const who of ["organiser", "consultant", "participantBa", "speakerBa"] as const) {
      const view = await read(store, small, who, number);
      const { person, institution, institutionType, beneficiary } = view.source;
      expect([who, person, institution, institutionType, beneficiary?.name ?? null]).toEqual([who, ...whole]);
      expect(view.session).not.toBeNull();
      expect(view.seesHiddenSource).toBe(attribution !== "person");
    }
    for (const who of ["secondConsultant", "participantAl", "observer", "otherParticipantBa", null] as const) {
      const view = await read(store, small, who, number);
      const { person, institution, institutionType, beneficiary } = view.source;
      expect([who, person, institution, institutionType, beneficiary?.name ?? null]).toEqual([who, ...told]);
      expect([view.session, view.item, view.seesHiddenSource]).toEqual([null, null, false]);
      const names = JSON.stringify(view);
      if (attribution !== "person") expect(names).not.toContain("participantBa");
      if (attribution === "group") expect(names).not.toMatch(/Bosnia|Probation|"ba"|2026-11-04|4 Nov/);
    }
    // A citation travels, so it never tells more than outside readers are told.
    const [person, institution, , beneficiary] = told;
    const authors = [person, institution, beneficiary].filter((name) => name !== null);
    expect((await read(store, small, "participantBa", number)).citation.authors).toEqual(authors);
  });

  it("leaves out a round that fewer than three delegations share", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const inside = { sessionId: small.session };
    const open = await submitted(store, small, "participantBa", { ...inside, attribution: "beneficiary" });
    const closed = await submitted(store, small, "participantBa", { ...inside, attribution: "group" });
    await publish(store, open.number);
    await publish(store, closed.number);
    expect((await read(store, small, null, open.number)).round).toEqual({ title: "November round", href: null });
    expect((await read(store, small, "observer", open.number)).round?.href).toBe(`/rounds/${small.roundId}`);
    expect((await read(store, small, "observer", closed.number)).round).toBeNull();
    expect((await read(store, small, "participantBa", closed.number)).round).not.toBeNull();
  });

  it("holds in the history", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "participantBa", { attribution: "group" });
    await publish(store, number);
    const author = await small.actor(small.people.participantBa);
    await saveContribution(store, author, { ...snapshot(small), number, revision: 1, title: "New" }, now);
    const history = async (who: keyof World["people"]) =>
      (await readHistory(store.read, await small.actor(small.people[who]), number)).versions.map(
        ({ replacedBy, replacedOn }) => [replacedBy, replacedOn],
      );
    expect(await history("speakerBa")).toEqual([["participantBa", "4 Nov 2026"]]);
    expect(await history("participantAl")).toEqual([[null, null]]);
  });
});

describe("language versions", () => {
  it("are read with provenance and never fall back silently", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "participantBa", { language: "sr-Cyrl", title: "Наслов" });
    const author = await small.actor(small.people.participantBa);
    const only = await readContribution(store.read, author, number);
    expect([only.title, only.missingLanguage, only.language.tag]).toEqual(["Наслов", "English", "sr-Cyrl"]);
    const english = { number, language: "en" as const, title: "Title", summary: "Sentence.", body: "" };
    await addLanguageVersion(store, author, english, now);
    const both = await readContribution(store.read, author, number);
    expect([both.title, both.missingLanguage]).toEqual(["Title", null]);
    expect(both.versions.map(({ language, provenance, current }) => [language, provenance, current])).toEqual([
      ["sr-Cyrl", "original", false],
      ["en", "translated", true],
    ]);
    const asked = await readContribution(store.read, author, number, "sr-Cyrl");
    expect([asked.title, asked.missingLanguage]).toEqual(["Наслов", null]);
    const absent = await readContribution(store.read, author, number, "sq");
    expect([absent.title, absent.missingLanguage]).toEqual(["Наслов", "Albanian"]);
    await addLanguageVersion(store, author, { ...english, title: "Better title" }, now);
    const history = await readHistory(store.read, author, number);
    expect(history.versions.map(({ title, cause, tag }) => [title, cause, tag])).toEqual([
      ["Title", "translated", "en"],
    ]);
    const over = { ...english, language: "sr-Cyrl" as const };
    expect(await answerOf(addLanguageVersion(store, author, over, now))).toEqual({
      language: "knowledge.languageTaken",
    });
  });
});

describe("related records", () => {
  it("are shown from both ends, to those who see the other end", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const challenge = await submitted(store, small, "participantBa", { title: "Challenge" });
    const links = [{ number: challenge.number, relation: "addresses" as const }];
    const practice = await submitted(store, small, "speakerBa", {
      kind: "practice",
      title: "Practice",
      full: { ...full, links, references: [{ id: "coe-epr", rule: "107" }] },
    });
    const seen = (view: Awaited<ReturnType<typeof read>>) =>
      view.links.map(({ direction, relation, title }) => [direction, relation, title]);
    expect(seen(await read(store, small, "speakerBa", practice.number))).toEqual([["to", "addresses", "Challenge"]]);
    expect(seen(await read(store, small, "speakerBa", challenge.number))).toEqual([["from", "addresses", "Practice"]]);
    await publish(store, practice.number);
    const outside = await read(store, small, "participantAl", practice.number);
    expect([seen(outside), outside.references]).toEqual([
      [],
      [{ id: "coe-epr", identifier: "Rec(2006)2", title: "Prison Rules", rule: "107" }],
    ]);
  });
});

describe("lists", () => {
  it("hold one's own records, and a session's for those who see the session", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const inSession = await submitted(store, small, "participantBa", { sessionId: small.session, itemId: small.item });
    await submitted(store, small, "participantAl", { sessionId: small.alSession });
    await publish(store, inSession.number);
    const list = async (who: keyof World["people"], filter: object) => {
      const actor = await small.actor(small.people[who]);
      return (await listContributions(store.read, actor, filter)).map(({ number }) => number);
    };
    const session = { sessionId: small.session };
    expect(await list("participantBa", { mineInGroup: small.groupId })).toEqual([inSession.number]);
    expect(await list("speakerBa", { mineInGroup: small.groupId })).toEqual([]);
    expect(await list("speakerBa", { ...session, itemId: small.item })).toEqual([inSession.number]);
    expect(await list("speakerBa", { ...session, itemId: small.internalItem })).toEqual([]);
    // The record is public; that it came from this session is not.
    expect(await list("participantAl", session)).toEqual([]);
    expect(await list("secondConsultant", session)).toEqual([]);
  });
});
