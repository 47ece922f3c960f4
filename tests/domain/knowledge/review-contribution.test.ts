import { describe, expect, it } from "vitest";
import { decisions } from "#app/domain/knowledge/review-rules.ts";
import { withdrawContribution } from "#app/domain/knowledge/withdraw-contribution.server.ts";
import { readHistory } from "#tests/domain/knowledge/read-contribution.ts";
import { now } from "#tests/domain/knowledge/record-world.ts";
import { reason, recordOf, type Who } from "#tests/domain/knowledge/reviewed-record.ts";

const anyone = ["organiser", "consultant", "participantBa"] as const;

describe("a review", () => {
  it("takes each step from where it may, by the role that may, and no other", async () => {
    const { number, row, review, put, store } = await recordOf();
    const statuses = ["captured", "complete", "checked", "validated", "returned", "archived"] as const;
    const allowed: string[] = [];
    for (const status of statuses) {
      for (const decision of decisions) {
        for (const who of anyone) {
          await put(status);
          const answer = await review(who, decision);
          const done = { number, decision };
          if (JSON.stringify(answer) === JSON.stringify(done)) allowed.push(`${status} -> ${decision} by ${who}`);
          else expect([{ "": "knowledge.reviewNotNow" }, "forbidden"]).toContainEqual(answer);
          expect((await row()).status).toBe(
            allowed.at(-1) === `${status} -> ${decision} by ${who}` ? decision : status,
          );
        }
      }
    }
    expect(allowed).toEqual([
      "captured -> archived by organiser",
      "complete -> checked by consultant",
      "complete -> returned by organiser",
      "complete -> returned by consultant",
      "complete -> archived by organiser",
      "checked -> validated by organiser",
      "checked -> returned by organiser",
      "checked -> returned by consultant",
      "checked -> archived by organiser",
      "validated -> archived by organiser",
      "returned -> archived by organiser",
    ]);
    const events = await store.read
      .selectFrom("audit_event")
      .select("event")
      .where("event", "like", "%.archived")
      .execute();
    expect(events).toHaveLength(5);
  });

  it("offers what it lets happen", async () => {
    const { view, put } = await recordOf();
    const offered: string[] = [];
    for (const status of ["captured", "complete", "checked", "validated", "returned", "archived"] as const) {
      await put(status);
      for (const who of anyone) offered.push(`${status} ${who}: ${(await view(who)).review?.decisions.join(" ")}`);
    }
    expect(offered.filter((line) => !line.endsWith("undefined"))).toEqual([
      "captured organiser: archived",
      "captured consultant: ",
      "complete organiser: returned archived",
      "complete consultant: checked returned",
      "checked organiser: validated returned archived",
      "checked consultant: returned",
      "validated organiser: archived",
      "validated consultant: ",
      "returned organiser: archived",
      "returned consultant: ",
      "archived organiser: ",
      "archived consultant: ",
    ]);
  });

  it("is not found for whom the record is hidden from, and refused to every other role", async () => {
    const { w, review } = await recordOf();
    const answers: Record<string, unknown> = {};
    for (const who of Object.keys(w.people) as Who[]) {
      if (who !== "consultant" && who !== "secondConsultant") answers[who] = await review(who, "checked");
    }
    expect(answers).toEqual({
      administrator: "not found",
      organiser: "forbidden",
      observer: "not found",
      participantAl: "not found",
      participantBa: "forbidden",
      speakerAl: "not found",
      speakerBa: "forbidden",
      otherOrganiser: "not found",
      otherConsultant: "not found",
      otherParticipantBa: "not found",
    });
  });

  it("is not for drafts and withdrawn records", async () => {
    const { store, w, number, review } = await recordOf();
    await withdrawContribution(store, await w.actor(w.people.participantBa), { number, reason }, now);
    expect([await review("organiser", "archived"), await review("consultant", "checked")]).toEqual([
      { "": "knowledge.reviewNotNow" },
      "not found",
    ]);
  });

  it("is done by somebody other than the author", async () => {
    const own = { "": "knowledge.reviewOwn" };
    const consultants = await recordOf("consultant");
    expect(await consultants.review("consultant", "checked")).toEqual(own);
    expect(await consultants.review("consultant", "returned")).toEqual(own);
    expect((await consultants.view("consultant")).review?.decisions).toEqual([]);
    expect(await consultants.review("secondConsultant", "checked")).toMatchObject({ decision: "checked" });
    const organisers = await recordOf("organiser");
    await organisers.review("consultant", "checked");
    expect(await organisers.review("organiser", "validated")).toEqual(own);
    expect(await organisers.review("organiser", "archived")).toMatchObject({ decision: "archived" });
  });

  it("needs a reason to return and to archive, without personal data", async () => {
    const { row, review } = await recordOf();
    const needed = { reason: "knowledge.reviewReasonNeeded" };
    expect(await review("consultant", "returned", { reason: "" })).toEqual(needed);
    expect(await review("organiser", "archived", { reason: "" })).toEqual(needed);
    const number = { reason: "Remove 0101006500006 from it." };
    expect(await review("consultant", "returned", number)).toEqual({ reason: "knowledge.guardAt.jmbg" });
    expect(await row()).toEqual({ status: "complete", revision: 1, review_reason: null });
    expect(await review("consultant", "checked", { reason: "" })).toMatchObject({ decision: "checked" });
    expect(await row()).toEqual({ status: "checked", revision: 2, review_reason: null });
  });

  it("is about the text that was read", async () => {
    const { row, review, save } = await recordOf();
    await save("participantBa");
    expect(await review("consultant", "checked", { revision: 1 })).toEqual({ revision: "2" });
    expect(await review("consultant", "checked")).toMatchObject({ decision: "checked" });
    expect(await review("secondConsultant", "returned", { revision: 2 })).toEqual({ revision: "3" });
    expect((await row()).status).toBe("checked");
  });

  it("stays in the history and in the audit trail, with codes alone", async () => {
    const { store, w, number, contributionId, review } = await recordOf();
    await review("consultant", "returned");
    const author = await w.actor(w.people.participantBa);
    const { versions } = await readHistory(store.read, author, number);
    expect(versions.map(({ cause, replacedBy }) => [cause, replacedBy])).toEqual([["returned", "consultant"]]);
    const events = await store.read
      .selectFrom("audit_event")
      .select(["event", "actor_id", "subject_id", "details"])
      .where("event", "=", "contribution.returned")
      .execute();
    expect(events).toEqual([
      {
        event: "contribution.returned",
        actor_id: w.people.consultant,
        subject_id: contributionId,
        details: JSON.stringify({ from: "complete", revision: 2 }),
      },
    ]);
  });
});
