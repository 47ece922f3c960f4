import { describe, expect, it } from "vitest";
import { drawNumberTail } from "#app/domain/identity.server.ts";
import { draftContribution } from "#app/domain/knowledge/draft-contribution.server.ts";
import { drawNumber } from "#app/domain/knowledge/draw-number.server.ts";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import { findIdentifiers } from "#app/language/identifiers.ts";
import { attemptOn } from "#db/store.ts";
import { readContribution } from "#tests/domain/knowledge/read-contribution.ts";
import { answerOf, full, now, recordWorld, snapshot, submitted } from "#tests/domain/knowledge/record-world.ts";
import { testStore, writing } from "#tests/support/store.ts";

describe("a draft", () => {
  it("keeps whatever is there and is its author's alone", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const author = await small.actor(small.people.participantBa);
    const empty = snapshot(small, { title: "", summary: "" });
    const { number, contributionId } = await draftContribution(store, author, empty, now);
    const again = await draftContribution(store, author, { ...empty, number, title: "Half a" }, now);
    expect(again).toEqual({ number, contributionId, revision: 2 });
    const seen: string[] = [];
    for (const [who, id] of Object.entries(small.people)) {
      const actor = await small.actor(id);
      const answer = await answerOf(readContribution(store.read, actor, number));
      if (typeof answer !== "string") seen.push(who);
      const taken = await answerOf(draftContribution(store, actor, { ...empty, number }, now));
      expect([who, typeof taken === "string"]).toEqual([who, who !== "participantBa"]);
    }
    expect(seen).toEqual(["participantBa"]);
  });

  it("cannot be begun by observers, strangers to the group, or without a session that is seen", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const draft = async (who: string | null, more = {}) =>
      answerOf(draftContribution(store, await small.actor(who), snapshot(small, more), now));
    expect(await draft(small.people.observer)).toBe("forbidden");
    expect(await draft(small.people.otherOrganiser)).toBe("not found");
    expect(await draft(small.people.administrator)).toBe("not found");
    expect(await draft(null)).toBe("not found");
    expect(await draft(small.people.participantBa, { sessionId: small.alSession })).toBe("not found");
    expect(await draft(small.people.participantBa, { sessionId: small.session, itemId: small.alItem })).toBe(
      "not found",
    );
    expect(await draft(small.people.participantBa, { sessionId: small.session, itemId: small.internalItem })).toBe(
      "not found",
    );
    expect(await draft(small.people.participantBa, { itemId: small.item })).toBe("not found");
    const rows = await store.read.selectFrom("contribution").select("id").execute();
    expect(rows).toEqual([]);
  });
});

describe("submitting", () => {
  it("takes delegation, institution, place and attribution from where it is captured", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const from = { sessionId: small.session, itemId: small.item, beneficiary: "al" };
    const { contributionId, number } = await submitted(store, small, "participantBa", { kind: "need", ...from });
    const row = await store.read
      .selectFrom("contribution")
      .select(["status", "depth", "beneficiary", "delegation_id", "institution_id", "round_id", "session_id"])
      .select(["agenda_item_id", "attribution", "sharing", "author_id", "revision"])
      .where("id", "=", contributionId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      status: "captured",
      depth: "snapshot",
      beneficiary: "ba",
      delegation_id: small.beneficiaries.ba,
      institution_id: small.institutions.ba,
      round_id: small.roundId,
      session_id: small.session,
      agenda_item_id: small.item,
      attribution: "group",
      sharing: "bilateral",
      author_id: small.people.participantBa,
      revision: 1,
    });
    expect(number).toMatch(/^REL-2026-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it("lets consultants choose outside sessions, and asks them to", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const submit = async (more: object) =>
      answerOf(submitted(store, small, "consultant", more).then(({ contributionId }) => contributionId));
    expect(await submit({})).toEqual({ beneficiary: "common.required" });
    expect(await submit({ beneficiary: "zz" })).toEqual({
      beneficiary: "knowledge.beneficiaryUnknown",
    });
    expect(await submit({ beneficiary: "al", institutionId: small.institutions.ba })).toEqual({
      institutionId: "knowledge.institutionUnknown",
    });
    await submit({ beneficiary: "regional" });
    await submit({ beneficiary: "al" });
    await submit({ beneficiary: "al", sessionId: small.session });
    const rows = await store.read
      .selectFrom("contribution")
      .select(["beneficiary", "delegation_id"])
      .orderBy("beneficiary")
      .execute();
    expect(rows).toEqual([
      { beneficiary: "al", delegation_id: small.beneficiaries.al },
      { beneficiary: "ba", delegation_id: small.beneficiaries.ba },
      { beneficiary: "regional", delegation_id: null },
    ]);
  });

  it("says everything that is missing at once", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const nothing = { ...full, body: "", details: {}, phase: null, themes: [] };
    expect(
      await answerOf(submitted(store, small, "participantBa", { title: "", depth: "full", full: nothing })),
    ).toEqual({
      title: "common.required",
      "detail-expected": "common.required",
      phase: "common.required",
      themes: "common.required",
    });
    expect(await answerOf(submitted(store, small, "participantBa", { summary: "" }))).toEqual({
      summary: "common.required",
    });
    const tooMany = { ...full, themes: ["T01", "T02", "T03", "T04", "T05"], references: [{ id: "nope", rule: "" }] };
    expect(await answerOf(submitted(store, small, "participantBa", { depth: "full", full: tooMany }))).toEqual({
      themes: "knowledge.themesAtMost",
      referenceId: "knowledge.referenceUnknown",
    });
  });

  it("answers a repeated attempt with the same record", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const actor = await small.actor(small.people.participantBa);
    const attempt = attemptOn(store, { key: "attempt-1", actorId: actor.accountId!, route: "/x", bodyHash: "h" });
    const first = await submitContribution(attempt, actor, snapshot(small), now);
    const second = await submitContribution(attempt, actor, snapshot(small), now);
    expect(second).toEqual(first);
    const events = await store.read.selectFrom("audit_event").select("event").orderBy("seq").execute();
    expect(events).toEqual([{ event: "contribution.drafted" }, { event: "contribution.submitted" }]);
  });

  it("submits a draft once", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const actor = await small.actor(small.people.participantBa);
    const { number } = await draftContribution(store, actor, snapshot(small, { full }), now);
    const sent = await submitContribution(store, actor, snapshot(small, { number, depth: "full" }), now);
    expect(sent.number).toBe(number);
    const view = await readContribution(store.read, actor, number);
    // The snapshot form says nothing of the full fields, so they stay.
    expect([view.status, view.phase, view.themes]).toEqual([
      "complete",
      "Pre-release",
      [{ code: "T01", label: "Theme T01" }],
    ]);
    expect(await answerOf(submitContribution(store, actor, snapshot(small, { number }), now))).toEqual({
      "": "knowledge.alreadySubmitted",
    });
  });

  it("ignores fields that nobody asks for", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const extra = { sharing: "public", status: "validated", author_id: small.people.organiser, guard_stated: 1 };
    const { contributionId } = await submitted(store, small, "participantBa", extra as object);
    const row = await store.read
      .selectFrom("contribution")
      .select(["sharing", "status", "author_id", "guard_stated"])
      .where("id", "=", contributionId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      sharing: "bilateral",
      status: "captured",
      author_id: small.people.participantBa,
      guard_stated: 0,
    });
  });

  it("links only to records that are seen, with one answer for hidden and unknown numbers", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const hidden = await submitted(store, small, "participantAl");
    const own = await submitted(store, small, "speakerBa", { kind: "practice" });
    const link = (number: string, relation: "addresses" | null = "addresses") => ({
      ...full,
      links: [{ number, relation }],
    });
    const refusal = { linkNumber: "knowledge.linkUnknown" };
    const submit = (number: string) => answerOf(submitted(store, small, "participantBa", { full: link(number) }));
    expect(await submit(hidden.number)).toEqual(refusal);
    expect(await submit("REL-2026-ZZZZ")).toEqual(refusal);
    const unrelated = await answerOf(submitted(store, small, "participantBa", { full: link(own.number, null) }));
    expect(unrelated).toEqual({ linkRelation: "knowledge.relationMissing" });
    expect(await submit(own.number)).toMatchObject({ sharingRequestId: null });
  });
});

describe("numbers", () => {
  it("are drawn again when they are taken", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "participantBa");
    const tails = [number.slice(-4), "FREE"];
    expect(await drawNumber(store.read, "REL", now, () => tails.shift()!)).toBe("REL-2026-FREE");
    await expect(drawNumber(store.read, "REL", now, () => number.slice(-4))).rejects.toThrow("No free number");
  });

  it("become longer when twenty draws of a length were taken", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "participantBa");
    const drawn: number[] = [];
    const drawTail = (length: number) => {
      drawn.push(length);
      return length === 6 ? "K7Q4M9" : number.slice(-4);
    };
    expect(await drawNumber(store.read, "REL", now, drawTail)).toBe("REL-2026-K7Q4M9");
    expect(drawn).toEqual([...Array(20).fill(4), ...Array(20).fill(5), 6]);
  });

  it("are found again in what somebody writes, whatever their length", () => {
    for (const length of [4, 5, 6]) {
      for (let time = 0; time < 200; time++) {
        const number = `REL-2026-${drawNumberTail(length)}`;
        expect(findIdentifiers(`Vidi ${number}.`).map(({ surface }) => surface)).toEqual([number]);
      }
    }
  });

  it("do not count", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const numbers = [];
    for (let nth = 0; nth < 8; nth++) numbers.push((await submitted(store, small, "participantBa")).number);
    expect(new Set(numbers).size).toBe(8);
    expect([...numbers].sort()).not.toEqual(numbers);
  });
});

it("needs no themes where an installation has none to choose from", async () => {
  const store = testStore();
  const small = await recordWorld(store);
  await writing(store).deleteFrom("theme").execute();
  const without = { depth: "full", full: { ...full, themes: [], references: [] } } as const;
  const { number } = await submitted(store, small, "participantBa", without);
  const author = await small.actor(small.people.participantBa);
  expect((await readContribution(store.read, author, number)).themes).toEqual([]);
});
