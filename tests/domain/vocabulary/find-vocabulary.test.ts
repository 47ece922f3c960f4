import { expect, it } from "vitest";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { termIn } from "#app/domain/vocabulary/vocabulary.ts";
import { termChoices, termLabel } from "#app/views/vocabulary/term-words.ts";
import { isConstraint, openStore } from "#db/engine.ts";
import { writeTransaction } from "#db/store.ts";
import { testStore } from "#tests/support/store.ts";

it("reads every list in its order, once while nothing changes", async () => {
  const store = testStore();
  const vocabulary = await findVocabulary(store.read);
  const codes = Object.fromEntries(
    Object.entries(vocabulary).map(([list, terms]) => [list, terms.map(({ code }) => code)]),
  );
  expect(codes).toMatchObject({
    phase: [
      ...["admission", "assessment", "planning", "treatment", "pre-release"],
      ...["release-day", "supervision", "post-penal", "long-term"],
    ],
    causeType: ["law", "structure", "procedure", "resources", "skills", "information", "trust"],
  });
  const asked = store.asked();
  expect(await findVocabulary(store.read)).toBe(vocabulary);
  expect(store.asked()).toBe(asked + 1);
});

it("notices what another process changes", async () => {
  const store = testStore();
  await findVocabulary(store.read);
  const other = openStore(store.engine.address);
  const labels = JSON.stringify({ en: "Night" });
  await writeTransaction(other, (db) =>
    db
      .insertInto("phase")
      .values({ code: "night", labels, position: -1 })
      .execute()
      .then(() => null),
  );
  await other.close();
  expect((await findVocabulary(store.read)).phase[0]).toEqual({
    code: "night",
    labels: { en: "Night" },
    isRetired: false,
  });
});

it("offers no retired term, but to whoever has it already", async () => {
  const store = testStore();
  await writeTransaction(store, (db) =>
    db
      .updateTable("need_type")
      .set({ retired: 1 })
      .where("code", "=", "tool")
      .execute()
      .then(() => null),
  );
  const { needType } = await findVocabulary(store.read);
  const offered = (current: string[]) => termChoices(needType, "bs", current).map(({ value }) => value);
  expect([offered([]).includes("tool"), offered(["tool"]).includes("tool")]).toEqual([false, true]);
  expect(["tool", "unknown"].map((code) => termLabel(termIn(needType, code), "bs"))).toEqual(["Alat", "unknown"]);
});

it("lets nothing name a code that is in no list", async () => {
  const store = testStore();
  const names = { id: "p", slug: "p", names: "{}", created_at: "" };
  await writeTransaction(store, (db) =>
    db
      .insertInto("programme")
      .values(names)
      .execute()
      .then(() => null),
  );
  const add = (type: string) =>
    writeTransaction(store, (db) =>
      db
        .insertInto("institution")
        .values({ id: type, programme_id: "p", type, names: "{}" })
        .execute()
        .then(() => null),
    );
  await add("prison");
  await expect(add("bank")).rejects.toSatisfy(isConstraint);
  await expect(
    writeTransaction(store, (db) => db.deleteFrom("institution_type").where("code", "=", "prison").execute()),
  ).rejects.toSatisfy(isConstraint);
});
