import { expect, it } from "vitest";
import { makeSecret } from "#app/config/secret.server.ts";
import { writeTransaction } from "#db/store.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { runCommand } from "#tests/faults/processes.ts";
import { anAccount } from "#tests/support/factories/people.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const RECORDS = 800;
const PEOPLE = 10;

it("people go on saving while all records are read into the index again", async () => {
  const store = testStore();
  makeSecret(store.folder);
  const body = Array.from({ length: 300 }, (_, at) => `riječ${at} u tekstu o smještaju ${at * 7}`).join(" ");
  const all = Array.from({ length: RECORDS }, (_, at) => ({ title: `Smještaj ${at}`, body: `${body} ${at}` }));
  await addContributions(store, await world(store), all);
  const started = performance.now();
  const command = runCommand(store.folder, ["reindex"]);
  let isOver = false;
  const ended = command.ended.then((code) => {
    isOver = true;
    return code;
  });
  const waits: number[] = [];
  const save = async (person: number) => {
    for (let turn = 0; !isOver; turn++) {
      const begun = performance.now();
      await writeTransaction(store, (db) => anAccount(db, { name: `${person}-${turn}` }));
      waits.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, (_, person) => save(person)));
  expect(await ended).toBe(0);
  // Nobody waited for the whole of it, nor for a great part.
  expect(Math.max(...waits) / (performance.now() - started)).toBeLessThan(0.5);
  expect(waits.length).toBeGreaterThan(2 * PEOPLE);
}, 120_000);
