import { expect, it } from "vitest";
import { fieldsThatGoOn } from "#app/domain/privacy/across-fields.ts";
import { guardTexts } from "#app/domain/privacy/guard-fields.ts";
import { refusePersonalData } from "#app/domain/privacy/refuse-personal-data.ts";

/** Made up; its check digit is right. */
const [a, b] = ["0101990", "500003"];
const now = new Date("2026-03-01T12:00:00Z");
const long = "Priprema za otpust počinje šest mjeseci prije isteka kazne. ".repeat(5);

it("finds a number that begins in one field and ends in the next that is filled", () => {
  expect(fieldsThatGoOn({ title: `Osoba ${a}`, summary: `${b} je upućena` }, now)).toEqual(["summary"]);
  expect(fieldsThatGoOn({ title: `${long} ${a}`, summary: "  ", body: `${b}. ${long}` }, now)).toEqual(["body"]);
  expect(fieldsThatGoOn({ title: "0101", summary: "990", body: "500003" }, now)).toEqual(["body"]);
  expect(fieldsThatGoOn({ title: "J50412", summary: "123K" }, now)).toEqual(["summary"]);
});

it("finds none where something stands between, or in one field alone", () => {
  expect(fieldsThatGoOn({ title: `Osoba ${a}`, summary: `je ${b}` }, now)).toEqual([]);
  expect(fieldsThatGoOn({ title: `${a} osoba`, summary: b }, now)).toEqual([]);
  expect(fieldsThatGoOn({ title: `Osoba ${a}${b}`, summary: "nešto" }, now)).toEqual([]);
  expect(fieldsThatGoOn({ title: "Sastanak 4. 11. 2020", summary: "2020. godine, 14 sesija" }, now)).toEqual([]);
  expect(fieldsThatGoOn({ title: a + b }, now)).toEqual([]);
});

it("is refused in contributions and in agendas, and nothing of it is repeated", () => {
  const texts = { title: `Osoba ${a}`, body: `${b} je upućena` };
  const { faults } = guardTexts(texts, { stated: true, now });
  expect(faults).toEqual([{ field: "body", message: { key: "guard.goesOn" } }]);
  expect(() => refusePersonalData(texts, now)).toThrow(expect.objectContaining({ faults }));
});
