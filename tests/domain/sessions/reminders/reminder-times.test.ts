import { expect, it } from "vitest";
import { reminderKinds } from "#app/domain/mail/mail-choice.ts";
import { dueReminder } from "#app/domain/sessions/reminders/reminder-times.ts";

const session = { startsAt: "2026-11-04T08:00:00.000Z", endsAt: "2026-11-04T09:00:00.000Z" };
const due = (now: string, wanted: readonly (typeof reminderKinds)[number][] = reminderKinds) => {
  const found = dueReminder(session, wanted, new Date(now));
  return found && `${found.kind} ${found.at}`;
};

it("is due from its moment on, the latest of several, and never after the session has begun", () => {
  expect(due("2026-11-03T07:59:59Z")).toBeNull();
  expect(due("2026-11-03T08:00:00Z")).toBe("day 2026-11-03T08:00:00.000Z");
  expect(due("2026-11-04T06:59:59Z")).toBe("day 2026-11-03T08:00:00.000Z");
  expect(due("2026-11-04T07:00:00Z")).toBe("hour 2026-11-04T07:00:00.000Z");
  expect(due("2026-11-04T07:59:59Z")).toBe("hour 2026-11-04T07:00:00.000Z");
  expect(due("2026-11-04T08:00:00Z")).toBeNull();
});

it("asks what was said two hours after the end, and not a day later", () => {
  expect(due("2026-11-04T10:59:59Z")).toBeNull();
  expect(due("2026-11-04T11:00:00Z")).toBe("after 2026-11-04T11:00:00.000Z");
  expect(due("2026-11-05T08:59:59Z")).toBe("after 2026-11-04T11:00:00.000Z");
  expect(due("2026-11-05T09:00:00Z")).toBeNull();
});

it("is what a person wants", () => {
  expect(due("2026-11-04T07:30:00Z", ["day"])).toBe("day 2026-11-03T08:00:00.000Z");
  expect(due("2026-11-03T12:00:00Z", ["hour", "after"])).toBeNull();
  expect(due("2026-11-04T12:00:00Z", ["day", "hour"])).toBeNull();
  expect(due("2026-11-04T07:30:00Z", [])).toBeNull();
});
