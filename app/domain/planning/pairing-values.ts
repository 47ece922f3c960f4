import type { PairingFacts } from "#app/domain/planning/pairing-facts.server.ts";
import type { Part } from "#app/domain/sessions/invited-people.ts";

/** What the form of a pairing is filled in with, by field. */
export function pairingValues(pairing: PairingFacts): Record<string, string | string[]> {
  const having = (wanted: Part) =>
    pairing.people.filter(({ part }) => part === wanted).map(({ accountId }) => accountId);
  return {
    revision: String(pairing.revision),
    minutes: String(pairing.minutes),
    templateId: pairing.templateId ?? "",
    language: pairing.language,
    joinLink: pairing.joinLink ?? "",
    attribution: pairing.attribution,
    delegateIds: having("delegate"),
    consultantIds: having("consultant"),
    interpreterId: having("interpreter")[0] ?? "",
  };
}
