import { expect, it } from "vitest";
import { nextMorning } from "#app/domain/mail/next-morning.server.ts";

const morning = (now: string, zone = "Europe/Sarajevo") => nextMorning(new Date(now), zone).toISOString();

it("is seven on the clock of the zone, today or tomorrow", () => {
  expect(morning("2026-10-01T04:59:59Z")).toBe("2026-10-01T05:00:00.000Z");
  expect(morning("2026-10-01T05:00:00Z")).toBe("2026-10-02T05:00:00.000Z");
  expect(morning("2026-10-01T23:30:00Z")).toBe("2026-10-02T05:00:00.000Z");
  expect(morning("2026-10-01T11:30:00Z", "America/New_York")).toBe("2026-10-02T11:00:00.000Z");
});

it("keeps to the clock where clocks change", () => {
  expect(morning("2026-10-24T12:00:00Z")).toBe("2026-10-25T06:00:00.000Z");
  expect(morning("2027-03-27T12:00:00Z")).toBe("2027-03-28T05:00:00.000Z");
});
