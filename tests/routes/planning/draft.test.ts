import { afterAll, beforeAll, expect, it } from "vitest";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { addPairings } from "#app/domain/planning/add-pairings.server.ts";
import { saveSettings } from "#app/domain/planning/save-settings.server.ts";
import { paths } from "#app/paths.ts";
import { writeTransaction } from "#db/store.ts";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";
import { inEnglish } from "#tests/support/factories/given.ts";
import { aMembership, anAccount } from "#tests/support/factories/people.ts";
import { aBeneficiary } from "#tests/support/factories/programme.ts";

// A large round: 24 delegations of two, three teams, 18 slots.

let target: Target;
beforeAll(async () => {
  target = await openTarget();
  const { store, w } = target;
  const actor = await findActor(store.read, w.people.organiser);
  const days = ["04", "05", "06"].map((day) => ({ day: `2099-11-${day}`, from: "10:00", to: "16:00" }));
  const frame = {
    slotMinutes: 60,
    bufferMinutes: 0,
    mostAtOnce: null,
    mostApart: null,
    pause: null,
    revision: 0,
    days,
  };
  await saveSettings(store, actor, { ...frame, roundId: w.roundId });
  const join = async (name: string, role: "participant" | "consultant", beneficiary_id: string | null) =>
    writeTransaction(store, async (db) => {
      const account_id = await anAccount(db, { name });
      await aMembership(db, { account_id, group_id: w.groupId, role, beneficiary_id });
      return account_id;
    });
  const teams = [await join("Lead one", "consultant", null), await join("Lead two", "consultant", null)];
  teams.push(await join("Lead three", "consultant", null));
  for (let at = 0; at < 24; at++) {
    const beneficiaryId = await writeTransaction(store, (db) =>
      aBeneficiary(db, {
        ...{ programme_id: w.programmeId, code: `d${at}`, names: inEnglish(`Delegation ${at}`), position: 10 + at },
      }),
    );
    await join(`First of ${at}`, "participant", beneficiaryId);
    await join(`Second of ${at}`, "participant", beneficiaryId);
    await addPairings(store, actor, {
      ...{ roundId: w.roundId, beneficiaryIds: [beneficiaryId], minutes: 60, language: "en", joinLink: null },
      ...{ attribution: "beneficiary", consultantIds: [teams[at % 3] ?? ""], interpreterId: null, templateId: null },
    });
  }
});
afterAll(() => target.close());

it("is proposed for a large round while one waits, proven, on a page that is no heavier than others may be", async () => {
  const { roundId } = target.w;
  const begun = await ask(target, "organiser", paths.planProposal(roundId), { form: { keeps: "on", seconds: "20" } });
  const run = String(begun.headers.location);
  const found = async () => ask(target, "organiser", run);
  let answer = await found();
  for (let tries = 0; tries < 60 && answer.status !== 302; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    answer = await found();
  }
  const draft = String(answer.headers.location);
  const page = await ask(target, "organiser", draft);
  expect([page.status, page.body.includes("Nobody can wait less: proven")]).toEqual([200, true]);
  expect((page.body.match(/<td[^>]*class="slot/g) ?? []).length).toBe(24 + 3);
  expect(Buffer.byteLength(page.body)).toBeLessThan(150_000);
});
