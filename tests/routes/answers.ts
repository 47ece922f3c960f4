import { type Asker, askers } from "#tests/routes/target.ts";

/** What somebody gets: a status, or the sign-in page. */
export type Verdict = number | "sign-in";

const everybody = Object.keys(askers) as Asker[];

/** Askers by what they have in common, from the narrowest to the widest. `anonymous` is in none of them. */
const groups = {
  delegation: ["participant", "speaker"],
  consultants: ["consultant", "otherConsultant"],
  organisers: ["organiser", "otherOrganiser"],
  /** Of the session. */
  audience: ["participant", "speaker", "consultant", "organiser"],
  /** Of the working group of the session. */
  members: ["participant", "speaker", "otherDelegation", "consultant", "otherConsultant", "observer", "organiser"],
} as const satisfies Record<string, readonly Asker[]>;
type Group = keyof typeof groups;

/**
 * What everybody gets: somebody by name before a group, a narrower group before a wider one, and `others` last. Who is
 * not signed in gets the sign-in page unless named; `everybody` is everybody, signed in or not.
 */
export type Answers = { [Who in Asker | Group]?: Verdict } & ({ others: Verdict } | { everybody: Verdict });

/** The answers spelt out, one for each asker. */
export function answersOf(answers: Answers): Record<Asker, Verdict> {
  return Object.fromEntries(everybody.map((asker) => [asker, answerFor(asker, answers)])) as Record<Asker, Verdict>;
}

function answerFor(asker: Asker, answers: Answers): Verdict {
  const group = (Object.keys(groups) as Group[]).find(
    (name) => answers[name] !== undefined && (groups[name] as readonly Asker[]).includes(asker),
  );
  const named = answers[asker] ?? (group && answers[group]);
  if (named !== undefined) return named;
  if ("everybody" in answers) return answers.everybody;
  return asker === "anonymous" ? "sign-in" : answers.others;
}

/** The answers to a form where those to its page are known: who may see the page may send it, and is led on. */
export function done<Given extends Answers>(answers: Given): Given {
  return Object.fromEntries(
    Object.entries(answers).map(([who, answer]) => [who, answer === 200 ? 303 : answer]),
  ) as Given;
}

/** Whether what was asked for was shown or done. */
export function succeeded(answer: Verdict): boolean {
  return answer === 200 || answer === 303;
}
