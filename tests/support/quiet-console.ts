import { afterEach, expect, vi } from "vitest";
import { cleanUp } from "#tests/support/cleanup.ts";

// Test files of one process share their modules, so what runs after each test is registered here, file by file.
afterEach(cleanUp);

// What a test does not expect on the error console is a defect.
const error = vi.spyOn(console, "error");

afterEach(() => {
  const calls = error.mock.calls.map((call) => call.map(String).join(" "));
  error.mockClear();
  expect(calls).toEqual([]);
});
