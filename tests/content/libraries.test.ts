import { describe, expect, it } from "vitest";
import { z } from "zod";
import { labels, languages, listContent, readCodes, readContent } from "#tests/content/content-files.ts";

const themeLabel = z.strictObject({ text: z.string().min(1), status: z.enum(["attested", "draft"]) });

const themes = readContent(
  "taxonomy/themes.json",
  z.array(
    z.strictObject({
      code: z.string(),
      labels: z.record(z.string(), themeLabel),
      broader: z.string().nullable(),
      synonyms: z.array(z.string()).optional(),
    }),
  ),
);

const references = readContent(
  "references/references.json",
  z.array(
    z.strictObject({
      id: z.string(),
      identifier: z.string().min(1),
      title: z.string().min(1),
      // Empty for what has no date of its own, such as a knowledge base, or none that is known.
      date: z.string(),
      summary: z.string().min(1),
      url: z.string(),
      status: z.enum(["seen", "part", "memory"]),
      note: z.string(),
      class: z.string().min(1),
      verified: z.boolean(),
      superseded: z.string().optional(),
    }),
  ),
);

const templates = listContent("agenda-templates").map((file) => ({
  file,
  ...readContent(
    `agenda-templates/${file}`,
    z.strictObject({
      code: z.string(),
      name: labels,
      items: z.array(
        z.strictObject({
          kind: z.enum(readCodes("agenda-item-kinds")),
          title: labels,
          description: labels,
          minutes: z.number().int().min(5),
          visibility: z.enum(["shared", "internal"]),
        }),
      ),
    }),
  ),
}));

/** Serbian Cyrillic to Latin: every letter has one answer, so this direction needs no exceptions. */
function latin(text: string): string {
  const letters =
    "а:a б:b в:v г:g д:d ђ:đ е:e ж:ž з:z и:i ј:j к:k л:l љ:lj м:m н:n њ:nj о:o п:p р:r с:s т:t ћ:ć у:u ф:f";
  const table = new Map(
    `${letters} х:h ц:c ч:č џ:dž ш:š`.split(" ").map((pair) => pair.split(":") as [string, string]),
  );
  return [...text.toLowerCase()].map((letter) => table.get(letter) ?? letter).join("");
}

/** Every pair of the two Serbian labels found anywhere in a JSON value. */
function serbianPairs(value: unknown): [string, string][] {
  if (typeof value !== "object" || value === null) return [];
  const here = value as Record<string, unknown>;
  const text = (label: unknown) => (typeof label === "string" ? label : (label as { text: string } | undefined)?.text);
  const [roman, cyrillic] = [text(here["sr-Latn"]), text(here["sr-Cyrl"])];
  const own: [string, string][] = roman !== undefined && cyrillic !== undefined ? [[roman, cyrillic]] : [];
  return [...own, ...Object.values(here).flatMap(serbianPairs)];
}

describe("themes", () => {
  it("are T01 to T20, each with a label in all eight languages", () => {
    expect(themes.map(({ code }) => code)).toEqual(
      Array.from({ length: 20 }, (_, index) => `T${String(index + 1).padStart(2, "0")}`),
    );
    for (const theme of themes) expect([theme.code, Object.keys(theme.labels)]).toEqual([theme.code, [...languages]]);
    const codes = new Set(themes.map(({ code }) => code));
    expect(themes.filter(({ broader }) => broader !== null && !codes.has(broader))).toEqual([]);
  });
});

describe("references", () => {
  it("are fifty-three, marked verified exactly where they were seen", () => {
    expect(new Set(references.map(({ id }) => id)).size).toBe(53);
    expect(references.filter(({ status, verified }) => verified !== (status === "seen"))).toEqual([]);
    expect(references.filter(({ verified }) => !verified).length).toBeGreaterThan(0);
    expect(references.filter(({ url }) => url !== "" && !/^https?:\/\//.test(url))).toEqual([]);
  });

  it("say what has been superseded, and only that", () => {
    const superseded = references.filter((reference) => reference.superseded !== undefined).map(({ id }) => id);
    const ran = references.map(({ id }) => id).filter((id) => id.startsWith("ran-"));
    expect([...superseded].sort()).toEqual(["erg22", "moj-erg", ...ran].sort());
    expect(references.find(({ id }) => id === "erg22")?.superseded).toMatch(/ERG-R.*March 2025/);
    expect(references.find(({ id }) => id === "ran-manual")?.superseded).toMatch(/EU Knowledge Hub.*17 June 2024/);
  });
});

describe("agenda templates", () => {
  it("carry the code of their file and one internal item, and capture practices and challenges", () => {
    for (const { file, code, items } of templates) {
      expect(file).toBe(`${code}.json`);
      expect(items.filter(({ visibility }) => visibility === "internal")).toHaveLength(1);
      const kinds = items.map(({ kind }) => kind);
      const needed = ["presentation", "capture-practices", "break", "capture-challenges", "capture-proposals", "aob"];
      expect(kinds.filter((kind) => needed.includes(kind))).toEqual(needed);
      expect(kinds.includes("capture-needs")).toBe(code !== "plenary");
    }
  });
});

describe("codes", () => {
  it("name every value in all eight languages", () => {
    const names = labels;
    for (const file of listContent("codes")) {
      const entries = readContent(`codes/${file}`, z.array(z.looseObject({ code: z.string(), names })));
      expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
    }
  });

  it("mark one beneficiary, with the footnote in all eight languages", () => {
    const beneficiaries = readContent(
      "codes/beneficiaries.json",
      z.array(
        z.strictObject({
          code: z.string(),
          names: labels,
          mark: z.literal("*").nullable(),
          footnote: labels.nullable(),
        }),
      ),
    );
    expect(beneficiaries.map(({ code, mark, footnote }) => [code, mark, footnote !== null])).toEqual([
      ["al", null, false],
      ["ba", null, false],
      ["xk", "*", true],
      ["me", null, false],
      ["mk", null, false],
      ["rs", null, false],
    ]);
    for (const footnote of Object.values(beneficiaries[2]?.footnote ?? {})) expect(footnote).toContain("1244/1999");
  });
});

describe("Serbian in Cyrillic", () => {
  it("is the same text as Serbian in Latin, in every label that is shipped", () => {
    const files = [
      ...["taxonomy/themes.json", "demonstration/programme.json", "demonstration/rounds.json"],
      ...listContent("codes").map((file) => `codes/${file}`),
      ...listContent("agenda-templates").map((file) => `agenda-templates/${file}`),
    ];
    const pairs = files.flatMap((file) => serbianPairs(readContent(file, z.unknown())));
    expect(pairs.length).toBeGreaterThan(150);
    // "exit" is spelt by sound in Cyrillic.
    expect(
      pairs.filter(([roman, cyrillic]) => latin(cyrillic) !== roman.toLowerCase().replace("exit", "egzit")),
    ).toEqual([]);
    expect(pairs.filter(([, cyrillic]) => !/\p{Script=Cyrillic}/u.test(cyrillic))).toEqual([]);
  });
});
