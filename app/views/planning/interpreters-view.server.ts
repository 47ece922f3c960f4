import { whyWithout } from "#app/domain/planning/assign-interpreters.server.ts";
import type { InterpreterFacts, NoInterpreter } from "#app/domain/planning/find-interpreters.server.ts";
import { interpretersField } from "#app/domain/planning/interpreters-field.ts";
import { type PlannedRound, plannedRound } from "#app/views/planning/frame-view.server.ts";
import { pairingName } from "#app/views/planning/pairing-in-list.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** The page on which interpreters are assigned. */
export interface InterpretersView {
  round: PlannedRound;
  /** Languages of sessions that have no time and no interpreter, each with who may be asked. */
  languages: {
    field: string;
    name: string;
    sessions: number;
    minutes: number;
    people: { id: string; name: string; isKnown: boolean; sessions: number; minutes: number }[];
  }[];
  stored: Record<string, string[]>;
  /** Who interprets how much, most first. */
  loads: { id: string; name: string; sessions: number; minutes: number }[];
  without: { id: string; name: string; language: string; sessionId: string | null; why: NoInterpreter | "open" }[];
}

/** Writes the page: ticked is who interpreted in the language before. */
export function interpretersView(facts: InterpreterFacts, viewer: Viewer): InterpretersView {
  const { interpreters, without } = facts;
  const { collator, languageName } = viewer.formats;
  const byName = [...interpreters].sort((a, b) => collator.compare(a.name, b.name));
  const open = without.filter(({ session }) => session === null);
  const codes = [...new Set(open.map(({ language }) => language))];
  const knowing = (code: string) => byName.filter(({ languages }) => languages.has(code)).map((one) => one.accountId);
  return {
    round: plannedRound(facts.round, viewer),
    languages: codes
      .map((code) => {
        const own = open.filter(({ language }) => language === code);
        return {
          ...{ field: interpretersField(code), name: languageName(code), sessions: own.length },
          minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
          people: byName.map(({ accountId, name, languages, sessions, minutes }) => ({
            ...{ id: accountId, name, isKnown: languages.has(code), sessions, minutes },
          })),
        };
      })
      .sort((a, b) => collator.compare(a.name, b.name)),
    stored: Object.fromEntries(codes.map((code) => [interpretersField(code), knowing(code)])),
    loads: byName
      .filter(({ sessions }) => sessions > 0)
      .map(({ accountId, name, sessions, minutes }) => ({ id: accountId, name, sessions, minutes }))
      .sort((a, b) => b.minutes - a.minutes),
    without: without.map((pairing) => ({
      ...{ id: pairing.id, name: pairingName(pairing, viewer), language: languageName(pairing.language) },
      sessionId: pairing.session?.id ?? null,
      why: whyWithout(facts, pairing, knowing(pairing.language)) ?? "open",
    })),
  };
}
