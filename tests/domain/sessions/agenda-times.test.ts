import { expect, it } from "vitest";
import { agendaTimes } from "#app/domain/sessions/agenda-times.ts";

it("counts shared items on the clock and says by how much they exceed the session", () => {
  const items = [
    { minutes: 10, visibility: "internal" as const },
    { minutes: 40, visibility: "shared" as const },
    { minutes: 30, visibility: "shared" as const },
  ];
  expect(agendaTimes(items, "2026-11-04T08:00:00.000Z", "2026-11-04T09:00:00.000Z")).toEqual({
    starts: [null, "2026-11-04T08:00:00.000Z", "2026-11-04T08:40:00.000Z"],
    total: 70,
    excess: 10,
  });
});
