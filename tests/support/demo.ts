import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDemonstration } from "#app/seed/load-demonstration.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { migrate, openStore } from "#db/engine.ts";
import type { Store } from "#db/store.ts";

/** Password of every account of the demonstration in tests. */
export const demoPassword = "demonstration-1";

/**
 * A store with the demonstration programme in a folder of its own. The programme is loaded once a run and copied; the
 * processes of the run wait for the one that loads it.
 */
export async function demoStore(): Promise<Store & { folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-demo-"));
  copyFileSync(await loadedFile(), join(folder, "zbornik.sqlite"));
  const store = openStore(join(folder, "zbornik.sqlite"), { isOrderReversed: true });
  return {
    ...store,
    folder,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function loadedFile(): Promise<string> {
  // `npm test` has one folder for all its runs; else the parent is the one vitest process of this run.
  const run = process.env.SHARED_BY_TESTS;
  const shared = run ? join(run, "demonstration") : join(tmpdir(), `zbornik-demonstration-${process.ppid}`);
  const file = join(shared, "loaded.sqlite");
  if (existsSync(file)) return file;
  try {
    mkdirSync(shared);
  } catch {
    for (let wait = 0; wait < 600 && !existsSync(file); wait++) await new Promise((done) => setTimeout(done, 100));
    if (!existsSync(file)) throw new Error("The demonstration was not loaded in time");
    return file;
  }
  const draft = join(shared, "draft.sqlite");
  migrate(draft);
  const store = openStore(draft, { isOrderReversed: true });
  await loadLibrary(store);
  await loadDemonstration(store, { dataDir: shared, demoPassword, publicUrl: "http://localhost" });
  await store.engine.backUp(join(shared, "whole.sqlite"));
  await store.close();
  copyFileSync(join(shared, "whole.sqlite"), `${file}.part`);
  renameSync(`${file}.part`, file);
  return file;
}
