import { expect, it } from "vitest";
import { createLog } from "#app/server/log.server.ts";

it("writes down an error whose stack cannot be read", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const error = Object.defineProperty(new Error("disk I/O error"), "stack", {
    get: () => {
      throw new RangeError("Maximum call stack size exceeded");
    },
  });
  log.error({ err: error, requestId: "r1" }, "unexpected");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ err: { name: "Error", message: "disk I/O error" }, requestId: "r1" }),
  ]);
});
