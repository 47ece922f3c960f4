import { describe, expect, it } from "vitest";
import { z } from "zod";
import { languages, readCodes, readContent } from "#tests/content/content-files.ts";
import { contributionFiles, contributions, sections } from "#tests/content/contribution-files.ts";
import { programme, rounds } from "#tests/content/programme-files.ts";

const people = new Map(programme.people.map((person) => [person.address, person]));
const institutions = new Map(programme.institutions.map((institution) => [institution.id, institution]));
const sessions = new Map(rounds.flatMap((round) => round.sessions.map((session) => [session.key, { round, session }])));
const byKey = new Map(contributions.map((contribution) => [contribution.key, contribution]));
const beneficiaries = readCodes("beneficiaries");

/** Keys of the contributions a rule does not hold for; equality with [] names every culprit at once. */
function breaking(holds: (contribution: (typeof contributions)[number]) => boolean): string[] {
  return contributions.filter((contribution) => !holds(contribution)).map(({ key }) => key);
}

describe("the contributions", () => {
  it("cover every language, kind, group and beneficiary", () => {
    expect(contributions.length).toBeGreaterThanOrEqual(66);
    expect(byKey.size).toBe(contributions.length);
    expect(contributionFiles).toEqual(languages.map((code) => `${code}.json`).sort());
    const per = (pick: (c: (typeof contributions)[number]) => string, value: string) =>
      contributions.filter((contribution) => pick(contribution) === value).length;
    for (const code of languages) expect([code, per((c) => c.language, code) >= 6]).toEqual([code, true]);
    for (const kind of readCodes("kinds")) expect([kind, per((c) => c.kind, kind) >= 8]).toEqual([kind, true]);
    for (const { slug } of programme.groups) expect([slug, per((c) => c.group, slug) >= 8]).toEqual([slug, true]);
    expect(per((c) => c.group, "release")).toBeGreaterThanOrEqual(36);
    for (const code of [...beneficiaries, ...readCodes("origins")]) {
      expect([code, per((c) => c.beneficiary, code) >= 4]).toEqual([code, true]);
    }
    expect(contributions.flatMap(({ translations = [] }) => translations).length).toBeGreaterThanOrEqual(8);
  });

  it("stand in the file of their language and are written by a member of the group and delegation", () => {
    expect(breaking(({ language, file }) => language === file)).toEqual([]);
    expect(breaking(({ author, group }) => people.get(author)?.groups.includes(group) === true)).toEqual([]);
    expect(
      breaking(({ author, beneficiary }) => {
        const own = people.get(author)?.beneficiary;
        return own === undefined || own === beneficiary;
      }),
    ).toEqual([]);
    expect(
      breaking(({ institution, beneficiary, attribution }) =>
        institution === undefined
          ? attribution !== "institution"
          : institutions.get(institution)?.beneficiary === beneficiary,
      ),
    ).toEqual([]);
  });

  it("come from a session of the same group and delegation, and from an item its agenda has", () => {
    const template = z.looseObject({ items: z.array(z.looseObject({ kind: z.string(), visibility: z.string() })) });
    expect(
      breaking(({ session: key, agendaKind, group, beneficiary }) => {
        if (key === undefined) return agendaKind === undefined;
        const found = sessions.get(key);
        if (!found || found.round.group !== group) return false;
        if (found.session.beneficiary !== null && found.session.beneficiary !== beneficiary) return false;
        const { items } = readContent(`agenda-templates/${found.session.template}.json`, template);
        return items.some(({ kind, visibility }) => kind === agendaKind && visibility === "shared");
      }),
    ).toEqual([]);
  });

  it("show practices and challenges of every delegation in November 2020", () => {
    const captured = beneficiaries.map((code) => {
      const own = contributions.filter(({ session }) => session === `rel-nov-${code}`).map(({ kind }) => kind);
      return [code, own.includes("practice"), own.includes("challenge")];
    });
    expect(captured).toEqual(beneficiaries.map((code) => [code, true, true]));
  });

  it("cite themes, references and records that exist, with a relation that fits both kinds", () => {
    const themes = readContent("taxonomy/themes.json", z.array(z.looseObject({ code: z.string() }))).map((t) => t.code);
    const references = readContent("references/references.json", z.array(z.looseObject({ id: z.string() }))).map(
      (reference) => reference.id,
    );
    expect(breaking((c) => c.themes.every((code) => themes.includes(code)))).toEqual([]);
    expect(breaking((c) => new Set(c.themes).size === c.themes.length)).toEqual([]);
    expect(breaking((c) => (c.references ?? []).every(({ id }) => references.includes(id)))).toEqual([]);
    const fits: Record<string, (from: string, to: string) => boolean> = {
      addresses: (from, to) => from === "practice" && to === "challenge",
      "responds-to": (from, to) => from === "proposal" && to === "need",
      "rests-on": (from) => from === "proposal",
    };
    expect(
      breaking((c) =>
        (c.links ?? []).every(({ to, relation }) => {
          const target = byKey.get(to);
          return target !== undefined && to !== c.key && fits[relation]?.(c.kind, target.kind) === true;
        }),
      ),
    ).toEqual([]);
  });

  it("use the sections of their kind, and evidence only for practices", () => {
    expect(
      breaking((c) => Object.keys(c.details ?? {}).every((code) => sections[c.kind]?.includes(code) === true)),
    ).toEqual([]);
    expect(breaking((c) => (c.details !== undefined) === (c.depth === "full"))).toEqual([]);
    expect(breaking((c) => (c.evidenceStage !== undefined) === (c.kind === "practice"))).toEqual([]);
    const causes = ["law", "structure", "procedure", "resources", "skills", "information", "trust"];
    const needs = ["training", "guideline", "protocol", "tool", "legal-change", "staff", "funding"];
    expect(breaking(({ details }) => details?.causeType === undefined || causes.includes(details.causeType))).toEqual(
      [],
    );
    expect(breaking(({ details }) => details?.needType === undefined || needs.includes(details.needType))).toEqual([]);
  });

  it("are spread over the sharing levels and attributions", () => {
    const share = (level: string) =>
      contributions.filter(({ sharing }) => sharing === level).length / contributions.length;
    expect(["bilateral", "group", "programme", "public"].map((level) => share(level) > 0.1)).toEqual(
      Array(4).fill(true),
    );
    expect(new Set(contributions.map(({ attribution }) => attribution))).toEqual(new Set(readCodes("attributions")));
    // What nobody's delegation stands behind can not be bilateral: there would be no one to give consent.
    expect(breaking((c) => c.sharing !== "bilateral" || beneficiaries.includes(c.beneficiary))).toEqual([]);
  });

  it("are written in the script of their language", () => {
    // Names of standards and instruments stay in Latin letters in a Cyrillic text.
    const names = /P\/CVE|CM\/Rec|VERA-2R|ERG22\+/g;
    const texts = (c: (typeof contributions)[number]) =>
      [c, ...(c.translations ?? [])].map((t) => ({
        code: t.language,
        text: [t.title, t.summary, t.body].join(" ").replace(names, ""),
      }));
    const fits = (code: string, text: string) =>
      code === "sr-Cyrl" || code === "mk"
        ? /\p{Script=Cyrillic}/u.test(text) && !/\p{Script=Latin}/u.test(text)
        : !/\p{Script=Cyrillic}/u.test(text);
    expect(fits("sr-Cyrl", "план pripreme")).toBe(false);
    expect(breaking((c) => texts(c).every(({ code, text }) => fits(code, text)))).toEqual([]);
    const prose = ({ causeType: _cause, needType: _need, ...rest }: Record<string, string>) =>
      Object.values(rest).join(" ").replace(names, "");
    expect(
      breaking((c) => c.details === undefined || prose(c.details) === "" || fits(c.language, prose(c.details))),
    ).toEqual([]);
    // Letters that Serbian Cyrillic has and Macedonian does not, and the other way round.
    expect(breaking((c) => c.language !== "mk" || !/[ђћйыщ]/iu.test(c.body))).toEqual([]);
    expect(breaking((c) => c.language !== "sr-Cyrl" || !/[ѓќѕйыщ]/iu.test(c.body))).toEqual([]);
  });

  it("hold nothing that looks like an identity number, an address or a telephone number", () => {
    const texts = (c: (typeof contributions)[number]) =>
      [c, ...(c.translations ?? [])]
        .flatMap((t) => [t.title, t.summary, t.body])
        .concat(Object.values(c.details ?? {}));
    const joined = (text: string) => text.replace(/(?<=\d)[\s./-]+(?=\d)/g, "");
    expect("born 0101 990-710/006".match(/\d/g)).toHaveLength(13);
    expect(/\d{9,}/.test(joined("born 0101 990-710/006"))).toBe(true);
    expect(breaking((c) => texts(c).every((text) => !/\d{9,}/.test(joined(text)) && !/@|\+\d/.test(text)))).toEqual([]);
  });
});
