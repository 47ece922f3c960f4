import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { findOpenMinutes } from "#app/domain/home/open-minutes.server.ts";
import { decideAmendment, proposeAmendment } from "#app/domain/minutes/amend-minutes.server.ts";
import { circulateMinutes, finaliseMinutes } from "#app/domain/minutes/circulate-minutes.server.ts";
import { reportAttendance } from "#app/domain/minutes/report-attendance.server.ts";
import { writeMinutes } from "#app/domain/minutes/write-minutes.server.ts";
import { openMinutesView } from "#app/views/home/open-minutes-view.server.ts";
import { during, heldSession } from "#tests/domain/minutes/record-world.ts";
import { viewer } from "#tests/support/viewer.ts";

const later = (days: number) => new Date(during.getTime() + days * 86_400_000);

it("tells each person what minutes wait for, from the end of the session until they are final", async () => {
  const w = await heldSession();
  const { store, sessionId, organiser, consultant, delegate, speaker, outsider } = w;
  const waits = async (at: Date) => {
    const of = async (actor: Actor) =>
      (await findOpenMinutes(store.read, actor, at)).map((one) => openMinutesView(one, viewer()).wait);
    return [await of(organiser), await of(consultant), await of(delegate), await of(speaker), await of(outsider)];
  };
  const toCirculate = ["They have not been circulated yet"];
  expect(await waits(during)).toEqual([[], [], [], [], []]);
  expect(await waits(later(1))).toEqual([toCirculate, toCirculate, [], [], []]);
  expect(await waits(later(40))).toEqual([[], [], [], [], []]);

  await reportAttendance(store, delegate, { sessionId, state: "present" }, during);
  await reportAttendance(store, speaker, { sessionId, state: "absent" }, during);
  const text = { sessionId, itemId: w.shared, from: 0, merge: false, reason: "", revision: 0 };
  await writeMinutes(store, organiser, { ...text, body: "They need training." }, during);
  await circulateMinutes(store, organiser, { sessionId, days: 7 }, during);
  const toAmend = [expect.stringMatching(/^Amendments can be proposed until .*11 November 2026/)];
  expect(await waits(later(1))).toEqual([[], [], toAmend, [], []]);

  const amendment = { sessionId, itemId: w.shared, body: "They need more.", note: "", revision: 1 };
  const { id } = await proposeAmendment(store, delegate, amendment, later(1));
  const toDecide = ["1 amendment waits for a decision"];
  expect(await waits(later(1))).toEqual([toDecide, toDecide, toAmend, [], []]);
  expect(await waits(later(8))).toEqual([toDecide, toDecide, [], [], []]);
  await decideAmendment(store, consultant, { sessionId, amendmentId: id, decision: "accepted", reason: "" }, later(2));
  const toFinalise = ["The time for amendments is over: they can be made final"];
  expect(await waits(later(8))).toEqual([toFinalise, [], [], [], []]);
  await finaliseMinutes(store, organiser, { sessionId }, later(8));
  expect(await waits(later(8))).toEqual([[], [], [], [], []]);
});
