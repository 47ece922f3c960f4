import { type Disclosure, disclosure } from "#app/domain/access/attribution.ts";
import type { SessionRecord } from "#app/domain/minutes/find-record.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";

/** Whose eyes a document is for: the viewer's own, or those of anybody it may be handed to. */
export type DocumentFor = "viewer" | "others";

/** What the attribution of a session lets its document say. */
export function disclosedBy({ attribution }: Pick<SessionFacts, "attribution">, whom: DocumentFor): Disclosure {
  return disclosure(attribution, whom === "viewer");
}

/** Fewer delegations than that could be told apart by who is named in the same document. */
const FEWEST_UNNAMED = 3;

/**
 * Those that do not name their delegation stand last, in no order of time, which would tell it; where they are of so
 * few that the others tell who is left, the document goes without them.
 */
export function namedFirst(
  records: readonly SessionRecord[],
  whom: DocumentFor,
): { shown: readonly SessionRecord[]; isShort: boolean } {
  const names = ({ minutes: { session } }: SessionRecord) =>
    session.beneficiary === null || disclosedBy(session, whom).beneficiary;
  const named = records.filter(names);
  const kept = records.filter((record) => !names(record));
  const of = new Set(kept.map(({ minutes: { session } }) => session.beneficiary?.id));
  if (of.size < FEWEST_UNNAMED) return { shown: named, isShort: kept.length > 0 };
  const sorted = kept.sort((a, b) => (a.minutes.session.id < b.minutes.session.id ? -1 : 1));
  return { shown: [...named, ...sorted], isShort: false };
}
