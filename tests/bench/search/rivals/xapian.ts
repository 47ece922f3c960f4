import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { talkTo } from "#tests/bench/line-process.ts";
import { type Answer, type OpenRival, rowsOf } from "#tests/bench/search/rivals/rival.ts";

/** From the root of the repository, where benchmarks run. */
const SCRIPT = "tests/bench/search/rivals/ask-xapian.py";
/** Debian's module belongs to Debian's Python, which need not be the first in the path. */
const PYTHONS = ["python3", "/usr/bin/python3"];
/** Records kept in memory before they are written: more than the default makes loading faster. */
const XAPIAN_FLUSH_THRESHOLD = "50000";

/**
 * Xapian through its Python module: words unstemmed with places, BM25, exact totals, a ValueCountMatchSpy for each
 * facet. The time is that of the engine in its own process, with making the query and reading its answer.
 */
export const openXapian: OpenRival = async (parent, records) => {
  const python = PYTHONS.find((name) => spawnSync(name, ["-c", "import xapian"]).status === 0);
  if (!python) {
    return { missing: "Python's xapian module is not installed. Debian: apt-get install python3-xapian" };
  }
  const folder = join(parent, "xapian");
  mkdirSync(folder);
  const xapian = talkTo(python, [SCRIPT, folder], { env: { ...process.env, XAPIAN_FLUSH_THRESHOLD } });
  try {
    const begin = performance.now();
    await xapian.write([String(records)]);
    await xapian.write(linesOf(records));
    await xapian.line();
    const loadSeconds = (performance.now() - begin) / 1000;
    rmSync(join(folder, "parts"), { recursive: true });
    const whole = join(folder, "whole");
    return {
      name: "Xapian",
      loadSeconds,
      bytes: readdirSync(whole).reduce((sum, name) => sum + statSync(join(whole, name)).size, 0),
      ask: async (query) => {
        await xapian.write([JSON.stringify(query)]);
        return JSON.parse(await xapian.line()) as Answer;
      },
      close: xapian.close,
    };
  } catch (error) {
    await xapian.close();
    throw error;
  }
};

function* linesOf(records: number): Generator<string> {
  for (const row of rowsOf(records)) yield JSON.stringify(row);
}
