import { describe, expect, it } from "vitest";
import { findPersonalData } from "#app/domain/privacy/personal-data.ts";
import { NOW, withCheckDigit } from "#tests/domain/privacy/identifier.ts";
import { ORDINARY_TEXTS } from "#tests/domain/privacy/ordinary-texts.ts";

describe("ordinary texts", () => {
  const texts = Object.values(ORDINARY_TEXTS).flat();

  it("are sixty, twelve in each language", () => {
    expect(Object.values(ORDINARY_TEXTS).map((list) => list.length)).toEqual([12, 12, 12, 12, 12]);
  });

  it("are never blocked and at most one in fifty is questioned", () => {
    const findings = texts.flatMap((text) => findPersonalData(text, NOW).map((found) => ({ ...found, text })));
    expect(findings.filter(({ severity }) => severity === "block")).toEqual([]);
    expect(findings.length).toBeLessThanOrEqual(Math.floor(texts.length / 50));
  });

  it("are not blocked when they are put together, and an identifier among them still is", () => {
    const all = texts.join("\n\n");
    const kinds = (text: string) =>
      findPersonalData(text, NOW)
        .map(({ kind }) => kind)
        .filter((kind) => kind === "jmbg" || kind === "nid");
    expect(kinds(all)).toEqual([]);
    expect(kinds(`${all} ${withCheckDigit("010199050000")} ${all}`)).toEqual(["jmbg"]);
  });
});
