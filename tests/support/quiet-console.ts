import { afterEach, expect, vi } from "vitest";

// What a test does not expect on the error console is a defect.
const error = vi.spyOn(console, "error");

afterEach(() => {
  const calls = error.mock.calls.map((call) => call.map(String).join(" "));
  error.mockClear();
  expect(calls).toEqual([]);
});
