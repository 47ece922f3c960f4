import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { importCommand } from "#app/cli/commands/import.server.ts";
import { writeTransaction } from "#db/store.ts";
import { aTheme } from "#tests/support/factories/contributions.ts";
import { searchIn } from "#tests/support/searching.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

/** A line that is good. */
export const line = {
  externalId: "doc-1",
  kind: "practice",
  title: "Smještaj nakon otpusta",
  summary: "Kratko.",
  body: "Dom prima ljude **odmah**.",
  language: "bs",
  beneficiary: "ba",
  institutionType: "prison",
  themes: ["T01"],
};

/** A world, imports into its first group by the consultant unless told otherwise, and what they said and stored. */
export async function importing() {
  const store = testStore();
  const w = await world(store);
  await writeTransaction(store, async (db) => {
    for (const code of ["T01", "T02"]) await aTheme(db, { code });
  });
  const lines: string[] = [];
  const errors: string[] = [];
  const out = { line: (text: string) => lines.push(text), error: (text: string) => errors.push(text) };
  const run = async (content: readonly (object | string)[], ...more: string[]) => {
    lines.length = 0;
    errors.length = 0;
    const file = join(store.folder, "lines.jsonl");
    writeFileSync(file, content.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n"));
    const as = more.includes("--as") ? [] : ["--as", "consultant@test.example"];
    return importCommand(store, ["contributions", file, "--group", "release", ...as, ...more], out);
  };
  const rows = () =>
    store.read
      .selectFrom("contribution")
      .innerJoin("contribution_version as version", "version.contribution_id", "contribution.id")
      .selectAll("version")
      .selectAll("contribution")
      .orderBy("external_id")
      .execute();
  const events = async () => {
    const all = await store.read.selectFrom("audit_event").select(["event", "details"]).orderBy("seq").execute();
    return all.map(({ event, details }) => `${event} ${details}`);
  };
  const find = async (person: keyof typeof w.people, query: string, filters = {}) => {
    const found = await searchIn(store, await w.actor(w.people[person]), { query, filters, locale: "en" });
    return found.hits.map((hit) => hit.externalId);
  };
  return { store, w, lines, errors, run, rows, events, find };
}
