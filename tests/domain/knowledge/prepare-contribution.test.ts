import { describe, expect, it } from "vitest";
import { draftContribution } from "#app/domain/knowledge/draft-contribution.server.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import { withdrawContribution } from "#app/domain/knowledge/withdraw-contribution.server.ts";
import { readContribution } from "#tests/domain/knowledge/read-contribution.ts";
import { answerOf, full, now, recordWorld, snapshot, submitted } from "#tests/domain/knowledge/record-world.ts";
import { testStore } from "#tests/support/store.ts";

// Made up; its check digit is set right below.
const jmbg = "0101980500006";
const phone = "Call the mother on +387 61 000 111.";

describe("the personal-data guard", () => {
  it("refuses identity numbers in every field, drafts too", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const number = validJmbg(jmbg);
    const author = await small.actor(small.people.participantBa);
    const hidden = `${number.slice(0, 5)} ${number.slice(5, 9)}-${number.slice(9)}`;
    const blocked = "knowledge.guardAt.jmbg";
    expect(
      await answerOf(draftContribution(store, author, snapshot(small, { title: hidden, summary: hidden }), now)),
    ).toEqual({ title: blocked, summary: blocked });
    const everywhere = {
      ...full,
      body: hidden,
      details: { expected: hidden },
      references: [{ id: "coe-epr", rule: number }],
    };
    const stated = { full: everywhere, guardStated: true };
    expect(await answerOf(submitted(store, small, "participantBa", stated))).toEqual({
      body: blocked,
      "detail-expected": blocked,
      referenceId: blocked,
    });
  });

  it("warns, and lets pass what is stated not to be about a prisoner", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const author = await small.actor(small.people.participantBa);
    const warned = { full: { ...full, body: phone } };
    const refusal = { body: "knowledge.guardAt.phone", guardStated: "guard.statementNeeded" };
    // A draft may wait with the statement.
    const draft = await draftContribution(store, author, snapshot(small, warned), now);
    const kept = await readContribution(store.read, author, draft.number);
    expect([kept.status, kept.guardStated]).toEqual(["draft", false]);
    expect(await answerOf(submitted(store, small, "participantBa", warned))).toEqual(refusal);
    const { number } = await submitted(store, small, "participantBa", { ...warned, guardStated: true });
    const consultant = await small.actor(small.people.consultant);
    const view = await readContribution(store.read, consultant, number);
    expect(view.guardStated).toBe(true);

    // What was stated once needs no second statement; new text does.
    const change = { ...snapshot(small), number, revision: 1 };
    expect(await answerOf(saveContribution(store, author, { ...change, ...warned }, now))).toMatchObject({ number });
    const more = { full: { ...full, body: `${phone} Or call +387 61 000 112.` } };
    expect(await answerOf(saveContribution(store, author, { ...change, ...more, revision: 2 }, now))).toEqual(refusal);
  });

  it("looks at the reason of a withdrawal", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "participantBa");
    const author = await small.actor(small.people.participantBa);
    const withdraw = (reason: string) => answerOf(withdrawContribution(store, author, { number, reason }, now));
    expect(await withdraw(validJmbg(jmbg))).toEqual({ reason: "knowledge.guardAt.jmbg" });
    expect(await withdraw("")).toEqual({ reason: "common.required" });
  });
});

describe("texts", () => {
  it("are rendered once and harmlessly", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const attack = "<img src=x onerror=alert(1)> [click](javascript:alert(1)) **bold**";
    const { number } = await submitted(store, small, "participantBa", {
      title: "<script>alert(1)</script>",
      full: { ...full, body: attack, details: { expected: attack, frequency: "<b>often</b>" } },
    });
    const author = await small.actor(small.people.participantBa);
    const view = await readContribution(store.read, author, number);
    const html = view.bodyHtml;
    expect(html).toContain("<strong>bold</strong>");
    expect(html).not.toMatch(/<img|<script|href="javascript/i);
    expect(view.title).toBe("<script>alert(1)</script>");
    expect(view.sections).toEqual([
      { code: "expected", html },
      { code: "frequency", text: "<b>often</b>" },
    ]);
  });

  it("that cannot be rendered are refused beside their field", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const bomb = { ...full, body: ">".repeat(2000), details: { ...full.details, tried: `${"- ".repeat(40)}x` } };
    expect(await answerOf(submitted(store, small, "participantBa", { full: bomb }))).toEqual({
      body: "knowledge.markdown.too-deep",
      "detail-tried": "knowledge.markdown.too-deep",
    });
  });
});

/** The number with its check digit set right. */
function validJmbg(digits: string): string {
  const weights = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const check = 11 - (sum % 11);
  return `${digits.slice(0, 12)}${check > 9 ? 0 : check}`;
}
