import type { Clash } from "#app/domain/planning/clashes.server.ts";
import type { PairingFacts } from "#app/domain/planning/pairing-facts.server.ts";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { Part } from "#app/domain/sessions/invited-people.ts";
import { formatsOf, momentIn } from "#app/views/sessions/session-moment.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** Who meets whom, in a list of the plan. */
export interface PairingInList {
  id: string;
  /** The delegation, or "Plenary session". */
  name: string;
  minutes: number;
  language: string;
  /** Names, in the order of the viewer's alphabet. */
  consultants: string[];
  interpreter: string | null;
  delegates: number;
  allDelegates: boolean;
  /** Its session, with its time on the clock of the round; null while it has none. */
  session: { id: string; when: string } | null;
  /** Names of those who cannot at the time of its session, where nobody has decided that it is kept. */
  cannot: string[];
}

/** Writes a pairing for a list. */
export function pairingInList(
  pairing: PairingFacts,
  clashes: readonly Pick<Clash, "sessionId" | "people">[],
  viewer: Viewer,
): PairingInList {
  const { id, minutes, allDelegates, session } = pairing;
  const named = (wanted: Part) =>
    pairing.people
      .filter(({ part }) => part === wanted)
      .map(({ name }) => name)
      .sort(viewer.formats.collator.compare);
  return {
    ...{ id, minutes, allDelegates },
    name: pairingName(pairing, viewer),
    language: viewer.formats.languageName(pairing.language),
    consultants: named("consultant"),
    interpreter: named("interpreter")[0] ?? null,
    delegates: named("delegate").length,
    session: session && { id: session.id, when: momentIn(formatsOf(session, viewer), session).when },
    cannot: (clashes.find(({ sessionId }) => sessionId === session?.id)?.people ?? [])
      .map(({ name }) => name)
      .sort(viewer.formats.collator.compare),
  };
}

/** What a pairing is called: its delegation, or "Plenary session". */
export function pairingName(
  { beneficiary }: Pick<PairingFacts, "beneficiary">,
  { text, locale }: Pick<Viewer, "text" | "locale">,
): string {
  return beneficiary ? nameWithMark(beneficiary, locale) : text("sessions.plenary");
}
