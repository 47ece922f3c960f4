import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { emptyFolder, type Process, runCommand, startServer } from "#tests/faults/processes.ts";
import { installationOfWriters, timesStored, Writers } from "#tests/faults/writers.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { freePort } from "#tests/support/site.ts";

const address = "drill@test.example";

/** What an administrator does once in a while, to know that the backups are good for something. */
it("brings a backup that was made while people saved back on another machine", async () => {
  const { folder, cookies } = await installationOfWriters();
  const port = await freePort();
  const server = startServer(folder, port, { DEMO: "0" });
  await server.until('"ready"');
  const made = await whole(runCommand(folder, ["create-admin", "--address", address, "--name", "Drill"]));
  const [, password = ""] = /shown only now: (\S+)/.exec(made) ?? [];
  const writers = new Writers(cookies, `http://localhost:${port}`);
  writers.start();
  while (writers.acknowledged.length < 5) await sleep(50);
  const saved = writers.acknowledged.map(({ title }) => title);
  const file = join(emptyFolder(), "drill.tar.gz");
  expect(await whole(runCommand(folder, ["backup", file]))).toContain("read back and compared");
  await writers.stop();

  // Not over the one that serves, which goes on as if nothing had been asked.
  const refused = runCommand(folder, ["restore", file]);
  expect([await refused.ended, refused.said()]).toEqual([1, expect.stringContaining("is in use: the server")]);
  expect(await whole(runCommand(folder, ["restore", file, "--check"]))).toContain("It can be restored");
  expect([...(await timesStored(folder)).keys()]).toEqual(expect.arrayContaining(saved));

  const elsewhere = emptyFolder();
  expect(await whole(runCommand(elsewhere, ["restore", file]))).toContain("Restored: backup of");
  const otherPort = await freePort();
  const restored = startServer(elsewhere, otherPort, { DEMO: "0" });
  await restored.until('"ready"');
  const times = await timesStored(elsewhere);
  expect(saved.filter((title) => times.get(title) !== 1)).toEqual([]);
  expect(await whole(runCommand(elsewhere, ["doctor"], { PORT: String(otherPort) }))).toContain("All is well.");
  const origin = `http://localhost:${otherPort}`;
  // Who was signed in is not any more; who has a password signs in.
  const before = await fetch(`${origin}/home`, { headers: { cookie: cookies[0] ?? "" }, redirect: "manual" });
  expect(before.headers.get("location")).toContain("/sign-in");
  const browser = new PlainBrowser(origin);
  await browser.signIn(address, password);
  expect([browser.page.status, new URL(browser.page.url).pathname]).toEqual([200, "/home"]);
}, 120_000);

/** What a command said that did what it was asked. */
async function whole(command: Process): Promise<string> {
  expect([await command.ended, command.said()]).toEqual([0, expect.any(String)]);
  return command.said();
}
