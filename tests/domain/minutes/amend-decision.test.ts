import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { Conflict, Forbidden, NotFound } from "#app/domain/errors.ts";
import {
  decideDecisionAmendment,
  findDecisionAmendmentToDecide,
  proposeDecisionAmendment,
} from "#app/domain/minutes/amend-decision.server.ts";
import { decideAmendment, proposeAmendment } from "#app/domain/minutes/amend-minutes.server.ts";
import { circulateMinutes, finaliseMinutes } from "#app/domain/minutes/circulate-minutes.server.ts";
import { findMinutes } from "#app/domain/minutes/find-minutes.server.ts";
import { noteDecision } from "#app/domain/minutes/note-decision.server.ts";
import { reportAttendance } from "#app/domain/minutes/report-attendance.server.ts";
import { writeMinutes } from "#app/domain/minutes/write-minutes.server.ts";
import { during, type HeldSession, heldSession } from "#tests/domain/minutes/record-world.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { schedule } from "#tests/domain/sessions/session-world.ts";

const later = (days: number) => new Date(during.getTime() + days * 86_400_000);

it("takes amendments of a decision from those who attended alone, while there is time, of what they see", async () => {
  const w = await circulated();
  const { first, internal } = w.decisions;
  await expect(propose(w, w.speaker, "Two protocols.")).rejects.toThrow(Forbidden);
  await expect(propose(w, w.outsider, "Two protocols.")).rejects.toThrow(NotFound);
  await expect(propose(w, w.delegate, "x", { decisionId: internal })).rejects.toThrow(NotFound);
  expect(await faults(propose(w, w.delegate, "A protocol is drafted."))).toEqual([
    { field: "body", key: "minutes.sameText" },
  ]);
  expect(await faults(propose(w, w.delegate, "Two protocols.", {}, later(8)))).toEqual([
    { field: null, key: "minutes.notAmendable" },
  ]);
  const { id } = await propose(w, w.delegate, "Two protocols are drafted.");
  const seen = await findMinutes(w.store.read, w.delegate, w.sessionId, later(1));
  expect(seen.decisionAmendments.map(({ id: of, text, decision }) => [of, text, decision])).toEqual([
    [id, "Two protocols are drafted.", null],
  ]);
  expect((await findMinutes(w.store.read, w.speaker, w.sessionId, later(1))).decisionAmendments).toEqual([]);
  expect(seen.decisions.map(({ id: of, text }) => [of, text])).toEqual([[first, "A protocol is drafted."]]);
});

it("accepts amendments one by one and brings a later one together with it, refuses with a reason, tells", async () => {
  const w = await circulated();
  const first = await propose(w, w.delegate, "A protocol is drafted.\nBy March.");
  const second = await propose(w, w.delegate, "First:\nA protocol is drafted.", {}, later(1.1));
  await decide(w, w.organiser, first.id, "accepted");
  const found = await findDecisionAmendmentToDecide(w.store.read, w.consultant, {
    sessionId: w.sessionId,
    amendmentId: second.id,
  });
  expect([found.merged, found.clashes]).toEqual(["First:\nA protocol is drafted.\nBy March.", 0]);
  await expect(decide(w, w.delegate, second.id, "accepted")).rejects.toThrow(Forbidden);
  expect(await faults(decide(w, w.organiser, second.id, "refused"))).toEqual([
    { field: "reason", key: "common.required" },
  ]);
  await decide(w, w.organiser, second.id, "refused", "Not said.");
  expect(await faults(decide(w, w.organiser, second.id, "accepted"))).toEqual([
    { field: null, key: "minutes.isDecided" },
  ]);
  // What was amended since is not amended unseen.
  await expect(propose(w, w.delegate, "Something else.")).rejects.toThrow(Conflict);
  const { decisions, decisionAmendments } = await findMinutes(w.store.read, w.delegate, w.sessionId, later(2));
  expect(decisions.map(({ text, revision }) => [text, revision])).toEqual([["A protocol is drafted.\nBy March.", 2]]);
  expect(decisionAmendments.map(({ decision, reason }) => [decision, reason])).toEqual([
    ["accepted", ""],
    ["refused", "Not said."],
  ]);
  const mails = await w.store.read
    .selectFrom("outbox")
    .select("subject_id")
    .where("template", "=", "amendment-decided");
  expect((await mails.execute()).map(({ subject_id }) => subject_id)).toEqual([w.sessionId, w.sessionId]);
});

it("decides on amendments of its own session alone, and of a decision or an item as they are", async () => {
  const w = await circulated();
  const ofDecision = await propose(w, w.delegate, "Two protocols are drafted.");
  const text = { sessionId: w.sessionId, itemId: w.shared, body: "More.", note: "", revision: 1 };
  const ofItem = await proposeAmendment(w.store, w.delegate, text, later(1));
  const { id: other } = await schedule(w, { beneficiaryId: w.beneficiaries.al, time: "11:00" });
  const said = { decision: "accepted", reason: "" } as const;
  for (const [sessionId, decision, item] of [
    [other, ofDecision.id, ofItem.id],
    [w.sessionId, ofItem.id, ofDecision.id],
  ] as const) {
    const amended = decideDecisionAmendment(w.store, w.organiser, { sessionId, amendmentId: decision, ...said });
    await expect(amended).rejects.toThrow(NotFound);
    await expect(decideAmendment(w.store, w.organiser, { sessionId, amendmentId: item, ...said })).rejects.toThrow(
      NotFound,
    );
  }
});

it("leaves minutes open while an amendment of a decision waits", async () => {
  const w = await circulated();
  const { id } = await propose(w, w.delegate, "Two protocols are drafted.");
  const finalise = () => finaliseMinutes(w.store, w.organiser, { sessionId: w.sessionId }, later(8));
  expect(await faults(finalise())).toEqual([{ field: null, key: "minutes.undecided" }]);
  await decide(w, w.organiser, id, "refused", "Not said.");
  await finalise();
});

async function circulated() {
  const w = await heldSession();
  const { sessionId, store } = w;
  await reportAttendance(store, w.delegate, { sessionId, state: "present" }, during);
  const text = { sessionId, itemId: w.shared, from: 0, revision: 0, merge: false, reason: "" };
  await writeMinutes(store, w.organiser, { ...text, body: "They need training." }, during);
  const note = async (said: string, itemId: string | null) =>
    (await noteDecision(store, w.organiser, { sessionId, text: said, itemId }, during)).id;
  const decisions = {
    first: await note("A protocol is drafted.", null),
    internal: await note("Among us.", w.internal),
  };
  await circulateMinutes(store, w.organiser, { sessionId, days: 7 }, during);
  return { ...w, decisions };
}

type Circulated = Awaited<ReturnType<typeof circulated>>;

function propose(w: Circulated, actor: Actor, body: string, other: { decisionId?: string } = {}, at = later(1)) {
  const of = { sessionId: w.sessionId, decisionId: w.decisions.first, ...other };
  return proposeDecisionAmendment(w.store, actor, { ...of, body, note: "", revision: 1 }, at);
}

function decide(w: HeldSession, actor: Actor, amendmentId: string, decision: "accepted" | "refused", reason = "") {
  const said = { sessionId: w.sessionId, amendmentId, decision, reason };
  return decideDecisionAmendment(w.store, actor, said, later(2));
}
