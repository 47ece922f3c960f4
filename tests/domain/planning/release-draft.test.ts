import { expect, it } from "vitest";
import { Forbidden, NotFound } from "#app/domain/errors.ts";
import { findOutboxMail } from "#app/domain/outbox/find-outbox.server.ts";
import { answerAvailability } from "#app/domain/planning/answer-availability.server.ts";
import { copyDraft, removeDraft } from "#app/domain/planning/change-drafts.server.ts";
import { type DraftOnPage, findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { placePairing } from "#app/domain/planning/place-pairing.server.ts";
import { previewMails } from "#app/domain/planning/preview-mails.server.ts";
import { releaseDraft, shownChanges } from "#app/domain/planning/release-draft.server.ts";
import { sure } from "#app/sure.ts";
import { outgoing } from "#tests/domain/outbox/mail-server.ts";
import { type PlanWorld, pair, planWorld, proposedDraft } from "#tests/domain/planning/plan-world.ts";
import { now, schedule, told } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

const idsOf = (w: PlanWorld, { draft }: DraftOnPage) => ({ roundId: w.roundId, draftId: draft.id });
const anew = (w: PlanWorld, page: DraftOnPage) => findDraft(w.store.read, w.organiser, idsOf(w, page), now);
const release = async (w: PlanWorld, page: DraftOnPage, reason = "") => {
  const shown = shownChanges((await anew(w, page)).draft.changes);
  return releaseDraft(w.store, w.organiser, { ...idsOf(w, page), shown, reason }, now);
};
const change = async (w: PlanWorld, page: DraftOnPage, code: string, intent: "move" | "out", slot: string | null) => {
  const { draft } = await anew(w, page);
  const pairing = sure(draft.placed.find((one) => one.pairing.beneficiary?.code === code)).pairing;
  const input = { ...idsOf(w, page), pairingId: pairing.id, intent, slot, revision: draft.revision };
  await placePairing(w.store, w.organiser, input, now);
};

it("schedules what is new, and tells each person once; again it tells nobody", async () => {
  const w = await planWorld(testStore());
  await pair(w);
  const page = await proposedDraft(w);
  expect(await release(w, page)).toEqual({ scheduled: 2, moved: 0, cancelled: 0, people: 6 });
  const everybody = ["consultant", "interpreter"].flatMap((name) => [name, name]);
  const delegates = ["participantAl", "participantBa", "speakerAl", "speakerBa"];
  expect(await told(w)).toEqual([...everybody, ...delegates].map((name) => `scheduled ${name}`).sort());
  const pairings = await w.store.read.selectFrom("pairing").select("id").execute();
  expect(pairings.length).toBe(2);
  expect((await anew(w, page)).draft.changes).toEqual([]);
  expect(await release(w, page)).toEqual({ scheduled: 0, moved: 0, cancelled: 0, people: 0 });
  expect(await told(w)).toEqual([]);
});

it("moves and cancels what is scheduled, with one mail for several moves of one session", async () => {
  const w = await planWorld(testStore());
  const ba = await schedule(w, { beneficiaryId: w.beneficiaries.ba });
  await schedule(w, { beneficiaryId: w.beneficiaries.al, time: "11:00" });
  await told(w);
  const page = await proposedDraft(w);
  expect(page.draft.changes).toEqual([]);
  await change(w, page, "ba", "move", "2026-11-05T10:00");
  await release(w, page);
  await change(w, page, "ba", "move", "2026-11-06T10:00");
  await release(w, page);
  expect(await told(w)).toEqual(["consultant", "interpreter", "participantBa", "speakerBa"].map((n) => `moved ${n}`));
  const row = () => w.store.read.selectFrom("session").selectAll().where("id", "=", ba.id).executeTakeFirstOrThrow();
  const { wall_date, wall_time, sequence } = await row();
  expect([wall_date, wall_time, sequence]).toEqual(["2026-11-06", "10:00", 2]);

  await change(w, page, "ba", "out", null);
  await expect(release(w, page)).rejects.toThrow("plan.reasonNeeded");
  await release(w, page, "Illness.");
  expect((await row()).status).toBe("cancelled");
  expect((await told(w)).map((line) => line.split(" ")[0])).toEqual([
    "cancelled",
    "cancelled",
    "cancelled",
    "cancelled",
  ]);
});

it("releases nothing that is blocked or was not shown, and keeps other drafts", async () => {
  const w = await planWorld(testStore());
  await pair(w);
  const page = await proposedDraft(w);
  const copied = await copyDraft(w.store, w.organiser, { ...idsOf(w, page), name: "Mornings" }, now);
  const shown = shownChanges(page.draft.changes);
  await change(w, page, "ba", "move", "2026-11-06T14:00");
  const stale = releaseDraft(w.store, w.organiser, { ...idsOf(w, page), shown, reason: "" }, now);
  await expect(stale).rejects.toThrow("plan.changedSinceShown");
  const busy = { roundId: w.roundId, busy: ["2026-11-06T14:30"], mark: null };
  await answerAvailability(w.store, w.participant, busy, now);
  expect((await anew(w, page)).draft.conflicts.map(({ kind, blocks }) => [kind, blocks])).toEqual([["cannot", true]]);
  await expect(release(w, page)).rejects.toThrow("plan.releaseBlocked");
  await change(w, page, "ba", "move", "2026-11-06T09:00");
  await change(w, page, "al", "move", "2026-11-06T09:30");
  expect(
    (await anew(w, page)).draft.conflicts.map(({ kind, people }) => [kind, people.map(({ name }) => name)]),
  ).toEqual([["two-places", ["consultant", "interpreter"]]]);
  const asked = releaseDraft(w.store, w.participant, { ...idsOf(w, page), shown, reason: "" }, now);
  await expect(asked).rejects.toThrow("Not allowed: round.plan");
  await removeDraft(w.store, w.organiser, idsOf(w, page), now);
  await expect(anew(w, page)).rejects.toThrow("No such draft");
  const other = await findDraft(w.store.read, w.organiser, { roundId: w.roundId, draftId: copied.id }, now);
  expect([other.draft.name, other.draft.placed.length]).toEqual(["Mornings", 2]);
  expect(await w.store.read.selectFrom("session").select("id").execute()).toEqual([]);
});

it("shows each mail beforehand as it is sent afterwards, and changes nothing by that", async () => {
  const w = await planWorld(testStore());
  await pair(w);
  const page = await proposedDraft(w);
  const { consultant, observer, speakerAl } = w.people;
  const preview = (accountId: string) =>
    previewMails(w.store, w.organiser, { ...idsOf(w, page), accountId }, outgoing, now);
  const mails = () => w.store.read.selectFrom("outbox").selectAll().orderBy("id").execute();
  const sessions = () => w.store.read.selectFrom("session").selectAll().orderBy("id").execute();
  const sent = async (known: readonly { id: string }[]) => {
    const own = (await mails()).filter(
      ({ id, recipient_id }) => recipient_id === consultant && known.every((one) => one.id !== id),
    );
    const read = own.map(({ id }) => findOutboxMail(w.store.read, w.organiser, id, outgoing, now));
    return (await Promise.all(read)).map(({ subject, text }) => `${subject}\n${text}`);
  };

  const first = await preview(consultant);
  expect(first.mails.length).toBe(2);
  expect([await mails(), await sessions()]).toEqual([[], []]);
  await expect(preview(observer)).rejects.toThrow(NotFound);
  await expect(
    previewMails(w.store, w.participant, { ...idsOf(w, page), accountId: consultant }, outgoing, now),
  ).rejects.toThrow(Forbidden);
  await release(w, page);
  const ids = (await sessions()).map(({ id }) => id);
  const open = (text: string) => ids.reduce((rest, id) => rest.replaceAll(id, "…"), text);
  expect(first.mails.map(({ subject, text }) => `${subject}\n${text}`).sort()).toEqual(
    (await sent([])).map(open).sort(),
  );

  await change(w, page, "al", "out", null);
  expect((await preview(speakerAl)).mails).toEqual([]);
  await change(w, page, "al", "move", "2026-11-05T14:00");
  expect((await preview(speakerAl)).mails.length).toBe(1);

  await told(w);
  await change(w, page, "ba", "move", "2026-11-06T10:00");
  await change(w, page, "al", "out", null);
  const known = await mails();
  const second = await preview(consultant);
  expect(second.mails.map(({ subject }) => subject).length).toBe(2);
  expect(await mails()).toEqual(known);
  await release(w, page, "…");
  expect(second.mails.map(({ subject, text }) => `${subject}\n${text}`).sort()).toEqual((await sent(known)).sort());
});
