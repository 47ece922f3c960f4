import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FindingKind, findPersonalData, placeOf } from "#app/domain/privacy/personal-data.ts";
import { NOW, withCheckDigit } from "#tests/domain/privacy/identifier.ts";

const pad = (value: number, width: number) => String(value).padStart(width, "0");

const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2026-02-28"), noInvalidDate: true });

const region = fc.integer({ min: 0, max: 99 }).filter((code) => code < 60 || code > 69);

const jmbg = fc
  .tuple(day, region, fc.integer({ min: 0, max: 999 }))
  .map(([date, place, serial]) =>
    withCheckDigit(
      pad(date.getUTCDate(), 2) +
        pad(date.getUTCMonth() + 1, 2) +
        pad(date.getUTCFullYear() % 1000, 3) +
        pad(place, 2) +
        pad(serial, 3),
    ),
  );

const nid = fc
  .tuple(
    fc.date({ min: new Date("1800-01-01"), max: new Date("2026-02-28"), noInvalidDate: true }),
    fc.boolean(),
    fc.integer({ min: 0, max: 999 }),
    fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVW"),
  )
  .map(([date, woman, serial, letter]) => {
    const decade = Math.floor((date.getUTCFullYear() - 1800) / 10);
    const first = decade < 10 ? String(decade) : String.fromCharCode(65 + decade - 10);
    const month = date.getUTCMonth() + 1 + (woman ? 50 : 0);
    return `${first}${date.getUTCFullYear() % 10}${pad(month, 2)}${pad(date.getUTCDate(), 2)}${pad(serial, 3)}${letter}`;
  });

const SCRIPTS = [0x30, 0xff10, 0x660, 0x6f0, 0x966, 0x1d7ce, 0x1d7f6];

const INSERTED = [
  "",
  "",
  "",
  " ",
  ".",
  "-",
  "/",
  "\u00a0",
  "\u2011",
  "\u2013",
  "\u2009",
  " - ",
  ". ",
  "\u00b7",
  "\u2215",
];

const HIDDEN = [
  "",
  "",
  "\u200b",
  "\u00ad",
  "\u200d",
  "\u2060",
  "\ufeff",
  "\u034f",
  "\ufe0f",
  "\u0332",
  "&shy;",
  "&#8203;",
];

/** An identifier written so that it reads the same and a plain search misses it. */
function evaded(identifier: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return identifier.chain((plain) =>
    fc
      .array(fc.tuple(fc.constantFrom(...SCRIPTS), fc.constantFrom(...INSERTED), fc.constantFrom(...HIDDEN)), {
        minLength: plain.length,
        maxLength: plain.length,
      })
      .map((ways) =>
        Array.from(plain, (char, index) => {
          const [zero, inserted, hidden] = ways[index] as [number, string, string];
          const code = char.charCodeAt(0);
          const digit =
            code < 0x3a
              ? String.fromCodePoint(zero + code - 0x30)
              : zero === 0xff10
                ? String.fromCharCode(code + 0xfee0)
                : char;
          return digit + (index < plain.length - 1 ? hidden + inserted : "");
        }).join(""),
      ),
  );
}

const surroundings = fc.constantFrom<[string, string]>(
  ["", ""],
  ["JMBG: ", "."],
  ["JMBG ", " i dalje"],
  ["Osoba (", ") je upućena 2019. godine"],
  ["br. 12, ", ", 2020"],
  ["ЕМБГ ", "\n2020"],
  ["| a | ", " | 5 |"],
  ["prilog_", "_v2.pdf"],
  ["**", "**"],
);

describe("identifiers that block", () => {
  const isBlocked =
    (kind: FindingKind) =>
    (identifier: string, [before, behind]: [string, string]) => {
      const all = findPersonalData(before + identifier + behind, NOW);
      const found = all.filter((finding) => finding.kind === kind);
      // With the digits behind it, it may read as a longer number, which blocks as well.
      const others = all.filter(({ severity, end }) => severity === "block" && end > before.length + identifier.length);
      if (found.length === 0 && others.length > 0) return;
      expect(found.map((finding) => finding.severity)).toEqual(["block"]);
      expect(found[0]?.start).toBeLessThanOrEqual(before.length);
      expect(found[0]?.end).toBeGreaterThanOrEqual(before.length + identifier.length);
    };

  it("finds every valid JMBG, however it is written", () => {
    fc.assert(fc.property(jmbg, surroundings, isBlocked("jmbg")), { numRuns: 1_000 });
    fc.assert(fc.property(evaded(jmbg), surroundings, isBlocked("jmbg")), { numRuns: 5_000 });
  });

  it("finds every valid Albanian number, however it is written", () => {
    fc.assert(fc.property(nid, surroundings, isBlocked("nid")), { numRuns: 1_000 });
    fc.assert(fc.property(evaded(nid), surroundings, isBlocked("nid")), { numRuns: 5_000 });
  });

  it("finds one that is glued to a word", () => {
    const glued: [string, string] = ["JMBG", " i dalje"];
    fc.assert(fc.property(evaded(jmbg), fc.constant(glued), isBlocked("jmbg")), { numRuns: 500 });
    fc.assert(fc.property(nid, fc.constant(glued), isBlocked("nid")), { numRuns: 500 });
  });

  it("points at the identifier and carries nothing of it", () => {
    const identifier = withCheckDigit("010199050000");
    const text = `Prvi red\nOsoba ${identifier.slice(0, 7)}\u200b ${identifier.slice(7)}, drugi`;
    const findings = findPersonalData(text, NOW);
    expect(findings).toEqual([{ kind: "jmbg", severity: "block", start: 15, end: 30 }]);
    expect(placeOf(text, findings[0] as { start: number })).toEqual({ line: 2, column: 7 });
  });

  it("finds it in many parts, in rows, lists and columns, between any signs and after any blanks", () => {
    const number = withCheckDigit("010199050000");
    const parts = [number.slice(0, 2), number.slice(2, 4), number.slice(4, 7), number.slice(7, 9), number.slice(9)];
    const signs = [..."+,;:|=&@^$'°\u2219\u2043\u2800\u00b7\u{1f642}", "      ", "\n\n\n\n\n", " ** ** ", " + "];
    const written = [
      ...signs.map((sign) => parts.join(sign)),
      `| ${parts.join(" | ")} |`,
      parts.map((part) => `- ${part}`).join("\n"),
      [...number].join("\n"),
      [...number].join(" \u{1f642} "),
      [...number].map((digit) => `1. ${digit}`.slice(3)).join("\n\n\n"),
      `**${parts.join("** **")}**`,
      number.replaceAll("0", "O").replace(/1/g, "l"),
      number.replaceAll("0", "о"),
      [...number].join("\u0007"),
      [...number].map((digit) => (digit === "0" ? "\u24ff" : String.fromCodePoint(0x2775 + Number(digit)))).join(""),
      [...number].map((digit) => (digit === "0" ? "0" : String.fromCodePoint(0x277f + Number(digit)))).join(""),
      [...number].map((digit) => (digit === "0" ? "(0)" : String.fromCodePoint(0x2473 + Number(digit)))).join(""),
      [...number].map((digit) => String.fromCodePoint(0x1f101 + Number(digit))).join(""),
    ];
    for (const text of written) {
      for (const around of [text, `Broj osobe: ${text}`, `${text}\nzatim 2020. godine`]) {
        expect([text, findPersonalData(around, NOW).map(({ kind }) => kind)]).toEqual([text, ["jmbg"]]);
      }
    }
  });

  it("leaves numbers that only look like it", () => {
    const valid = withCheckDigit("010199050000");
    const wrongCheck = valid.slice(0, 12) + ((Number(valid[12]) + 1) % 10);
    for (const digits of [
      wrongCheck,
      withCheckDigit("310299050000"),
      withCheckDigit("011399050000"),
      withCheckDigit("010199065000"),
      withCheckDigit("020302650000"),
      withCheckDigit("010150050000"),
      `${valid}7`,
      `7${valid}`,
      `${valid.slice(0, 5)} i ${valid.slice(5)}`,
      `12, ${valid.slice(0, 3)}, ${valid.slice(3, 6)}, ${valid.slice(6, 9)}, ${valid.slice(9)}, 7`,
    ]) {
      expect(findPersonalData(digits, NOW)).toEqual([]);
    }
    expect(findPersonalData(withCheckDigit("010302650000"), NOW)).toHaveLength(1);
    expect(findPersonalData(`${valid.slice(0, 7)}, ${valid.slice(7)}`, NOW)).toHaveLength(1);
    for (const other of [
      "J51304123K",
      "J50431123K",
      "U50412123K",
      "J50412123X",
      "1J50412123K",
      "J50412123KA",
      "plaJ 50412123 K",
      "2. 01. 2020. 11 u",
    ]) {
      expect(findPersonalData(other, NOW)).toEqual([]);
    }
    expect(findPersonalData("J50412123K j50412123k J 50412 123 K", NOW)).toHaveLength(3);
  });

  it("reads entities as the characters they are shown as", () => {
    const digits = withCheckDigit("010199050000");
    const written = Array.from(digits, (digit) => `&#${digit.charCodeAt(0)};`).join("");
    expect(findPersonalData(`a ${written} b`, NOW)).toEqual([
      { kind: "jmbg", severity: "block", start: 2, end: 2 + written.length },
    ]);
  });
});
