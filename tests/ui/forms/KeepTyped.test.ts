import { afterEach, expect, it, vi } from "vitest";
import { inWords } from "#app/ui/forms/KeepTyped.tsx";

afterEach(() => vi.useRealTimers());

it("gives the time of what the browser kept in figures that read the same in every language", () => {
  vi.useFakeTimers({ now: new Date(2026, 11, 1, 16, 30) });
  expect(inWords(new Date(2026, 11, 1, 4, 8).getTime())).toBe("04:08");
  expect(inWords(new Date(2026, 10, 3, 16, 5).getTime())).toBe("3. 11. 2026. 16:05");
});
