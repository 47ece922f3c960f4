import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { makeSecret } from "#app/config/secret.server.ts";
import { verifyChain } from "#app/domain/history/record-event.server.ts";
import { checkIndex } from "#app/domain/search/index/check-index.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const LINES = 3_000;
const command = join(import.meta.dirname, "../../build/node/zbornik.mjs");

it("an import that is killed leaves whole batches, and the same file again brings the rest", async () => {
  if (!existsSync(command)) throw new Error("Not built yet: run `npm test`, or `npm start` once");
  const store = testStore();
  await world(store);
  makeSecret(store.folder);
  const lines = Array.from({ length: LINES }, (_, at) =>
    JSON.stringify({
      ...{ externalId: `doc-${at}`, kind: "practice", title: `Smještaj ${at}`, language: "bs", beneficiary: "ba" },
      body: `Dom broj ${at} prima ljude odmah. `.repeat(10),
    }),
  );
  writeFileSync(join(store.folder, "lines.jsonl"), lines.join("\n"));
  const launcher = join(store.folder, "run.mjs");
  const { href } = pathToFileURL(command);
  writeFileSync(launcher, `import { run } from "${href}";\nprocess.exitCode = await run(process.argv.slice(2));\n`);
  const start = () =>
    spawn(
      process.execPath,
      [
        ...[launcher, "import", "contributions", join(store.folder, "lines.jsonl")],
        ...["--group", "release", "--as", "consultant@test.example"],
      ],
      { env: { ...process.env, DATA_DIR: store.folder, NODE_ENV: "production" }, stdio: "ignore" },
    );
  const ended = (child: ReturnType<typeof start>) =>
    new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
  const written = async () => {
    const { count } = await store.read
      .selectFrom("contribution")
      .innerJoin("contribution_version as version", "version.contribution_id", "contribution.id")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return count;
  };
  const faults = async () => [
    ...(await store.engine.check()).filter(({ fault }) => fault !== null),
    ...(await checkIndex(store.read, searchSources)),
    (await verifyChain(store.read)).brokenAt,
  ];

  const killed = start();
  while ((await written()) === 0 && killed.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
  killed.kill("SIGKILL");
  expect(await ended(killed)).toBe("SIGKILL");
  const before = await written();
  expect([before > 0, before < LINES]).toEqual([true, true]);
  expect(await faults()).toEqual([null]);

  expect(await ended(start())).toBe(0);
  expect(await written()).toBe(LINES);
  expect(await faults()).toEqual([null]);
});
