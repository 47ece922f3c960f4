import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listContent, readCodes, readContent } from "#tests/content/content-files.ts";
import { plans } from "#tests/content/plan-files.ts";
import { programme, rounds } from "#tests/content/programme-files.ts";

const people = new Map(programme.people.map((person) => [person.address, person]));
const institutions = new Map(programme.institutions.map((institution) => [institution.id, institution]));
const sessions = new Map(rounds.flatMap((round) => round.sessions.map((session) => [session.key, { round, session }])));
const beneficiaries = readCodes("beneficiaries");

describe("the programme", () => {
  it("has four groups, five institutions per beneficiary and a delegation of two each", () => {
    expect(programme.groups.map(({ slug, code }) => [slug, code])).toEqual([
      ["screening", "SCR"],
      ["rehabilitation", "REH"],
      ["release", "REL"],
      ["training", "TRN"],
    ]);
    for (const code of beneficiaries) {
      expect(programme.institutions.filter(({ beneficiary }) => beneficiary === code)).toHaveLength(5);
      const delegation = programme.people.filter(({ beneficiary }) => beneficiary === code);
      expect(delegation.map(({ address }) => address)).toEqual([
        `participant.${code}@demo.example`,
        `participant2.${code}@demo.example`,
      ]);
      expect(delegation.filter(({ speaks }) => speaks)).toHaveLength(1);
    }
  });

  it("gives every person an institution of the own beneficiary and a zone that exists", () => {
    const types = readCodes("institution-types");
    expect(programme.institutions.filter(({ type }) => !types.includes(type))).toEqual([]);
    for (const person of programme.people) {
      expect(institutions.get(person.institution ?? "")?.beneficiary).toBe(person.beneficiary);
      expect(() => new Intl.DateTimeFormat("en", { timeZone: person.zone })).not.toThrow();
    }
    expect(people.size).toBe(programme.people.length);
    expect(institutions.size).toBe(programme.institutions.length);
  });
});

describe("the rounds", () => {
  it("have slugs and session keys of their own, and either dates or an offset", () => {
    expect(new Set(rounds.map(({ slug }) => slug)).size).toBe(rounds.length);
    expect(sessions.size).toBe(rounds.flatMap((round) => round.sessions).length);
    for (const round of rounds) {
      const dated = round.startsOn !== undefined && round.endsOn !== undefined;
      const offset = round.startsInDays !== undefined && round.days !== undefined;
      expect([round.slug, dated !== offset]).toEqual([round.slug, true]);
    }
  });

  it("never need a consultant, an interpreter or a delegation twice at one time", () => {
    const clashes: string[] = [];
    for (const round of rounds) {
      const taken = new Map<string, { key: string; from: number; to: number }[]>();
      for (const session of round.sessions) {
        if (session.day === null || session.time === null) continue;
        const [hour = 0, minute = 0] = session.time.split(":").map(Number);
        const from = session.day * 1440 + hour * 60 + minute;
        const to = from + session.minutes;
        const parties = [...session.consultants, session.interpreter, session.beneficiary];
        for (const party of parties) {
          if (!party) continue;
          const earlier = taken.get(party) ?? [];
          clashes.push(...earlier.filter((o) => o.from < to && from < o.to).map((o) => `${o.key} ${session.key}`));
          taken.set(party, [...earlier, { key: session.key, from, to }]);
        }
      }
    }
    expect(clashes).toEqual([]);
  });

  it("lie within their days, with members of the group and a template as long as the session", () => {
    const template = z.looseObject({ code: z.string(), items: z.array(z.looseObject({ minutes: z.number() })) });
    for (const { round, session } of sessions.values()) {
      const { items } = readContent(`agenda-templates/${session.template}.json`, template);
      expect(items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(session.minutes);
      const days = round.days ?? (Date.parse(round.endsOn ?? "") - Date.parse(round.startsOn ?? "")) / 86_400_000 + 1;
      if (session.day !== null) expect(session.day).toBeLessThan(days);
      expect(session.beneficiary === null).toBe(session.kind === "plenary");
      for (const address of session.consultants) {
        expect(people.get(address)).toMatchObject({
          role: "consultant",
          groups: expect.arrayContaining([round.group]),
        });
      }
    }
  });

  it("hold one session per delegation in November 2020, and three placed and three open ones in the next round", () => {
    const november = rounds.find(({ slug }) => slug === "november-2020");
    expect(november?.sessions.map(({ beneficiary }) => beneficiary).sort()).toEqual([...beneficiaries].sort());
    const next = rounds.find(({ slug }) => slug === "upcoming");
    expect([next?.startsInDays, next?.days, next?.sessions.map(({ day }) => day === null)]).toEqual([
      14,
      3,
      [false, false, false, true, true, true],
    ]);
  });
});

describe("the plans", () => {
  const template = z.looseObject({ items: z.array(z.looseObject({ minutes: z.number() })) });

  it("are those of rounds to come, with a session as long as its agenda for every delegation", () => {
    for (const plan of plans) {
      const round = rounds.find(({ slug }) => slug === plan.round);
      expect([round?.sessions, round?.startsInDays !== undefined]).toEqual([[], true]);
      expect(plan.pairings.map(({ delegation }) => delegation).sort()).toEqual([...beneficiaries].sort());
      const { items } = readContent(`agenda-templates/${plan.template}.json`, template);
      expect(items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(plan.minutes);
      const members = plan.pairings.flatMap(({ consultants }) => consultants).map((one) => people.get(one));
      expect(
        members.filter((one) => one?.role !== "consultant" || !one.groups.includes(round?.group ?? "release")),
      ).toEqual([]);
    }
  });

  it("name people of the delegations whose invitations they answer", () => {
    for (const { pairings, answers } of plans) {
      const strangers = answers.filter(({ delegation, person }) => {
        const pairing = pairings.find((one) => one.delegation === delegation);
        const team = [...(pairing?.consultants ?? []), pairing?.interpreter];
        return !team.includes(person) && people.get(person)?.beneficiary !== delegation;
      });
      expect(strangers).toEqual([]);
    }
  });
});

describe("the shipped agenda templates", () => {
  it("are all used by the demonstration", () => {
    const used = new Set([...sessions.values()].map(({ session }) => `${session.template}.json`));
    expect([...used].sort()).toEqual(listContent("agenda-templates"));
  });
});
