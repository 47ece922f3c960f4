import { expect, it } from "vitest";
import { findSharedLanguages } from "#app/domain/access/attribution.server.ts";
import { toldVersions } from "#app/domain/access/told-versions.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import { writeTransaction } from "#db/store.ts";
import { aSession } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const original = (language: LanguageCode) => ({ language, provenance: "original", isSeconded: false });
const translated = (language: LanguageCode) => ({ language, provenance: "translated", isSeconded: true });
const told = (versions: ReturnType<typeof original>[], ...shared: LanguageCode[]) =>
  toldVersions(versions, { inGroup: false, language: false, shared: new Set(shared) }).map(({ language }) => language);

it("leaves out what is in a language that few write in", () => {
  expect(told([original("cnr"), translated("en"), translated("mk")], "en")).toEqual(["en"]);
  expect(told([original("en"), translated("mk")], "en")).toEqual(["en", "mk"]);
  expect(told([original("mk"), translated("en")])).toEqual(["~mk"]);
});

it("names no language where there is nothing else to read, and calls those alike that read alike", () => {
  const alike = (["bs", "hr", "cnr", "sr-Latn"] as const).map((language) => told([original(language)]));
  expect(alike).toEqual([["~sh-Latn"], ["~sh-Latn"], ["~sh-Latn"], ["~sh-Latn"]]);
});

it("names a language to those who are told it", () => {
  const versions = [original("cnr"), translated("en")];
  expect(toldVersions(versions, { inGroup: false, language: true, shared: new Set() })).toEqual(versions);
});

it("leaves out translations without a second reader beyond the group", () => {
  const versions = [original("en"), { ...translated("bs"), isSeconded: false }, translated("mk")];
  const to = (inGroup: boolean) =>
    toldVersions(versions, { inGroup, language: true, shared: new Set() }).map(({ language }) => language);
  expect([to(true), to(false)]).toEqual([
    ["en", "bs", "mk"],
    ["en", "mk"],
  ]);
});

it("shares a language that three delegations met in, or a plenary of so many", async () => {
  const store = testStore();
  const { groupId, otherGroupId, roundId, people, beneficiaries } = await world(store);
  const own = { group_id: groupId, round_id: roundId, created_by: people.organiser };
  const shared = async () => [...((await findSharedLanguages(store.read, [groupId, otherGroupId])).get(groupId) ?? [])];
  const meet = (language: string, beneficiary_id: string | null, status: "scheduled" | "cancelled" = "scheduled") =>
    writeTransaction(store, (db) => aSession(db, { ...own, language, beneficiary_id, status }));
  await meet("bs", beneficiaries.al);
  await meet("bs", beneficiaries.ba);
  await meet("bs", beneficiaries.xk, "cancelled");
  // Two delegations are in the group.
  await meet("en", null);
  expect(await shared()).toEqual([]);
  await meet("bs", beneficiaries.xk);
  expect(await shared()).toEqual(["bs"]);
});
