import { expect, it } from "vitest";
import { findNewSessionForm } from "#app/domain/sessions/find-session-form.server.ts";
import { findSessionsOfRound } from "#app/domain/sessions/find-sessions.server.ts";
import { scheduleSeveral } from "#app/domain/sessions/schedule-several.server.ts";
import { severalForm } from "#app/domain/sessions/session-input.ts";
import { findNextDelegation, findSeveralForm } from "#app/domain/timetable/find-several-form.server.ts";
import { checkShape } from "#app/http/form.server.ts";
import { explainClashes } from "#app/views/sessions/explain-clashes.server.ts";
import { faults } from "#tests/domain/sessions/faults.ts";
import { now, type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

const common = { minutes: 60, language: "bs", attribution: "beneficiary", interpreterId: null } as const;

function several(w: SessionWorld, times: Record<string, string>, other: { confirmConflicts?: boolean } = {}) {
  const rows = Object.entries(times).map(([beneficiaryId, at]) => {
    const [date = "", time = ""] = at.split(" ");
    return { beneficiaryId, date, time };
  });
  const input = { ...common, ...other, roundId: w.roundId, consultantIds: [w.people.consultant], rows };
  return scheduleSeveral(w.store, w.organiser, input, now);
}

const starts = async (w: SessionWorld) =>
  (await findSessionsOfRound(w.store.read, w.organiser, w.roundId)).map(
    ({ beneficiary, wallDate, wallTime }) => `${beneficiary?.names.en} ${wallDate} ${wallTime}`,
  );

it("schedules one with each delegation, together", async () => {
  const w = await sessionWorld(testStore());
  const { ba, al } = w.beneficiaries;
  const { ids } = await several(w, { [ba]: "2026-11-04 09:00", [al]: "2026-11-04 10:15" });
  expect(new Set(ids).size).toBe(2);
  expect(await starts(w)).toEqual(["Bosnia and Herzegovina 2026-11-04 09:00", "Albania 2026-11-04 10:15"]);
});

it("names the row at fault, and schedules none", async () => {
  const w = await sessionWorld(testStore());
  const { ba, al } = w.beneficiaries;
  const tried = several(w, { [ba]: "2026-11-04 09:00", [al]: "2026-11-09 09:00" });
  expect(await faults(tried)).toEqual([{ field: `date.${al}`, key: "sessions.outsideRound" }]);
  expect(await starts(w)).toEqual([]);
});

it("tells the clashes of each row, also between rows, and does as asked when they are confirmed", async () => {
  const w = await sessionWorld(testStore());
  const { ba, al } = w.beneficiaries;
  const rows = { [ba]: "2026-11-04 09:00", [al]: "2026-11-04 09:30" };
  const tried = explainClashes(viewer(), () => several(w, rows));
  expect(await faults(tried)).toEqual([
    { field: "confirmConflicts", key: "sessions.clashesConfirm" },
    { field: `clash-0.${al}`, key: "sessions.clashSeen" },
  ]);
  expect(await starts(w)).toEqual([]);
  await several(w, rows, { confirmConflicts: true });
  expect((await starts(w)).length).toBe(2);
});

it("proposes free times one after the other, for delegations without a session", async () => {
  const w = await sessionWorld(testStore());
  await schedule(w, { date: "2026-11-04", time: "09:00", minutes: 60 });
  const { rows } = await findSeveralForm(w.store.read, w.organiser, w.roundId, now);
  expect(rows.map(({ code, date, time }) => `${code} ${date} ${time}`)).toEqual(["al 2026-11-04 10:15"]);
  expect(await findNextDelegation(w.store.read, w.organiser, w.roundId)).toBe("al");
});

it("takes over template, length, language and people of the session before, and not its call", async () => {
  const w = await sessionWorld(testStore());
  const { id } = await schedule(w, { minutes: 45, date: "2026-11-05", time: "11:00" });
  const form = await findNewSessionForm(w.store.read, w.organiser, w.roundId, { code: "al", like: id }, now);
  expect([form.carried, form.proposed]).toEqual([
    {
      ...{ minutes: "45", language: "bs", attribution: "beneficiary", templateId: "" },
      consultantIds: [w.people.consultant],
      interpreterId: w.interpreter,
    },
    { date: "2026-11-05", time: "12:00" },
  ]);
});

it("reads the rows that are ticked and says which field of which is wrong", () => {
  const sent = { language: "bs", attribution: "group", consultantIds: "c", beneficiaryIds: ["a", "b"] };
  const times = { "date.a": "2026-11-04", "time.a": "9", "date.b": "x", "time.b": "10:00", "time.c": "?" };
  const read = checkShape(severalForm, { ...sent, ...times }, viewer().text);
  expect("answer" in read && Object.keys(read.answer.errors)).toEqual(["time.a", "date.b"]);
});

it("gives each its link in order, or one to all, and schedules none where the number is another", async () => {
  const w = await sessionWorld(testStore());
  const { ba, al } = w.beneficiaries;
  const sent = (joinLinks: string) => ({
    ...{ minutes: "60", language: "bs", attribution: "beneficiary", consultantIds: w.people.consultant, joinLinks },
    ...{ beneficiaryIds: [ba, al], [`date.${ba}`]: "2026-11-04", [`time.${ba}`]: "09:00" },
    ...{ [`date.${al}`]: "2026-11-04", [`time.${al}`]: "11:00" },
  });
  const [one, two] = ["https://meet.example/1", "https://meet.example/2"];
  expect(severalForm.parse(sent(`${one}\r\n\r\n ${two}`)).rows.map(({ joinLink }) => joinLink)).toEqual([one, two]);
  expect(severalForm.parse(sent(one)).rows.map(({ joinLink }) => joinLink)).toEqual([one, one]);
  expect(severalForm.parse(sent("")).rows.map(({ joinLink }) => joinLink)).toEqual([null, null]);
  const three = severalForm.safeParse(sent(`${one}\n${two}\n${one}`));
  expect(three.error?.issues.map(({ path }) => path)).toEqual([["joinLinks"]]);
  const bad = severalForm.parse(sent("meet.example/1\nmeet.example/2"));
  const tried = scheduleSeveral(w.store, w.organiser, { ...bad, roundId: w.roundId }, now);
  expect(await faults(tried)).toEqual([{ field: "joinLinks", key: "sessions.badJoinLink" }]);
  expect(await starts(w)).toEqual([]);
});
