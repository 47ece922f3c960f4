import { expect, it } from "vitest";
import { consoleToLog } from "#app/server/console-to-log.server.ts";
import { createLog } from "#app/server/log.server.ts";

it("tells what libraries say as one JSON object a line, without what addresses hold", () => {
  const lines: string[] = [];
  const target = { warn: () => undefined, error: () => undefined } as Pick<Console, "warn" | "error">;
  consoleToLog(createLog("info", { write: (line) => void lines.push(line) }), target);
  const token = "rst_abcdefghijklmnop";
  target.warn('The URL path "/reset/secret word" could not be decoded', { at: `/x/${token}?q=Wallabygram` });
  target.error(`Pathnames cannot have embedded double slashes: /%69nvitations//inv%5fabcdefghijkl\n{"level":60}`);
  target.error(new Error("failed for somebody@test.example"));
  target.warn("x".repeat(10_000));
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(["console", "console", "console", "console"]);
  const all = lines.join("");
  for (const secret of [token, "secret", "Wallabygram", "abcdefghijkl", "somebody@"]) expect(all).not.toContain(secret);
  expect(all.length).toBeLessThan(3000);
});
