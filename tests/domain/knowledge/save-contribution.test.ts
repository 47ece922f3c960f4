import { describe, expect, it } from "vitest";
import { lowerSharing } from "#app/domain/knowledge/lower-sharing.server.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import { withdrawContribution } from "#app/domain/knowledge/withdraw-contribution.server.ts";
import { readContribution, readEditForm, readHistory } from "#tests/domain/knowledge/read-contribution.ts";
import { answerOf, full, now, recordWorld, snapshot, submitted } from "#tests/domain/knowledge/record-world.ts";
import { testStore, writing } from "#tests/support/store.ts";

describe("saving", () => {
  it("keeps what the record said, and meets a second editor with both versions", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "participantBa", { depth: "full", full });
    const author = await small.actor(small.people.participantBa);
    const consultant = await small.actor(small.people.consultant);
    const change = { ...snapshot(small), number, revision: 1, full };
    await saveContribution(store, author, { ...change, title: "Mine" }, now);
    const theirs = saveContribution(store, consultant, { ...change, title: "Theirs" }, now);
    expect(await answerOf(theirs)).toEqual({
      revision: "2",
      attribution: "beneficiary",
      kind: "challenge",
      title: "Mine",
      summary: "Municipalities learn of a release on the day.",
      language: "en",
      body: "What happens.",
      "detail-expected": "Notice six months before.",
      "detail-causeType": "procedure",
      "detail-affected": "",
      "detail-frequency": "",
      "detail-tried": "",
      "detail-needed": "",
      phase: "pre-release",
      evidenceStage: "",
      transferability: "",
      reviewBy: "",
      themes: ["T01"],
      targetGroups: ["vep"],
      referenceId: [],
      referenceRule: [],
      linkNumber: [],
      linkRelation: [],
    });
    const history = await readHistory(store.read, author, number);
    expect(history.versions.map(({ title, replacedBy }) => [title, replacedBy])).toEqual([
      ["Notice of release comes late", "participantBa"],
    ]);
  });

  it("completes a snapshot", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "participantBa");
    const consultant = await small.actor(small.people.consultant);
    const change = { ...snapshot(small), number, revision: 1, complete: true };
    expect(await answerOf(saveContribution(store, consultant, change, now))).toEqual({
      "detail-expected": "common.required",
      phase: "common.required",
      themes: "common.required",
    });
    await saveContribution(store, consultant, { ...change, full }, now);
    const view = await readContribution(store.read, consultant, number);
    expect([view.depth, view.status]).toEqual(["full", "complete"]);
  });

  it("is for author, consultants and organisers, and not found for who does not see it", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "participantBa");
    const answers: Record<string, unknown> = {};
    for (const [who, id] of Object.entries(small.people)) {
      const form = await answerOf(readEditForm(store.read, await small.actor(id), number));
      answers[who] = typeof form === "string" ? form : "form";
    }
    expect(answers).toEqual({
      administrator: "not found",
      organiser: "form",
      consultant: "form",
      secondConsultant: "form",
      observer: "not found",
      participantAl: "not found",
      participantBa: "form",
      speakerAl: "not found",
      speakerBa: "forbidden",
      otherOrganiser: "not found",
      otherConsultant: "not found",
      otherParticipantBa: "not found",
    });
  });

  it("keeps links that the editor does not see", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const own = await submitted(store, small, "participantBa", { kind: "practice" });
    const links = [{ number: own.number, relation: "rests-on" as const }];
    const { number, contributionId } = await submitted(store, small, "speakerBa", { full: { ...full, links } });
    // Whoever edits after losing sight of the linked record sends the form without it.
    await writing(store)
      .updateTable("contribution")
      .set({ status: "withdrawn" })
      .where("number", "=", own.number)
      .execute();
    const consultant = await small.actor(small.people.consultant);
    await saveContribution(store, consultant, { ...snapshot(small), number, revision: 1, full }, now);
    const rows = await store.read.selectFrom("contribution_link").select(["from_id", "to_id"]).execute();
    expect(rows).toEqual([{ from_id: contributionId, to_id: own.contributionId }]);
  });

  it("lets the author alone name more, and only while nobody else reads it", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "speakerBa", { attribution: "beneficiary" });
    const speaker = await small.actor(small.people.speakerBa);
    const save = async (who: "speakerBa" | "consultant", attribution: "person" | "group", revision: number) => {
      const change = { ...snapshot(small), number, revision, attribution };
      return answerOf(saveContribution(store, await small.actor(small.people[who]), change, now));
    };
    expect(await save("consultant", "person", 1)).toEqual({ attribution: "knowledge.attributionAuthorOnly" });
    expect(await save("consultant", "group", 1)).toMatchObject({ number });
    expect(await save("speakerBa", "person", 2)).toMatchObject({ number });
    expect(await save("speakerBa", "group", 3)).toMatchObject({ number });
    await writing(store).updateTable("contribution").set({ sharing: "group" }).where("number", "=", number).execute();
    expect(await save("speakerBa", "person", 4)).toEqual({ attribution: "knowledge.attributionShared" });
    await lowerSharing(store, speaker, { number, level: "bilateral" }, now);
    expect(await save("speakerBa", "person", 5)).toMatchObject({ number });
  });
});

describe("withdrawing", () => {
  it("leaves the record to author and organisers, with the reason", async () => {
    const store = testStore();
    const small = await recordWorld(store);
    const { number } = await submitted(store, small, "participantBa", { wantedSharing: "public" });
    const author = await small.actor(small.people.participantBa);
    const speaker = await small.actor(small.people.speakerBa);
    const reason = "Written for the wrong group.";
    expect(await answerOf(withdrawContribution(store, speaker, { number, reason }, now))).toBe("forbidden");
    expect(await withdrawContribution(store, author, { number, reason }, now)).toEqual({ number, discarded: false });
    const seen: string[] = [];
    for (const [who, id] of Object.entries(small.people)) {
      const view = await answerOf(readContribution(store.read, await small.actor(id), number));
      if (typeof view === "object" && "withdrawalReason" in view) seen.push(`${who}: ${view.withdrawalReason}`);
    }
    expect(seen).toEqual([`organiser: ${reason}`, `participantBa: ${reason}`]);
    const requests = await store.read.selectFrom("sharing_request").select("decision").execute();
    expect(requests).toEqual([{ decision: "superseded" }]);
    const indexed = await store.read.selectFrom("search_document").select("record_id").execute();
    expect(indexed).toEqual([]);
  });
});
