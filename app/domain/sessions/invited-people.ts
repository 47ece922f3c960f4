import { Refused } from "#app/domain/errors.ts";
import type { GroupPerson } from "#app/domain/sessions/find-group-people.server.ts";
import type { MessageKey } from "#app/i18n/message.ts";

/** The part a person has in a session. */
export type Part = "delegate" | "consultant" | "interpreter";

/** Who is invited, as a form names them. */
export interface Choice {
  beneficiaryId: string | null;
  /** Undefined: all of the delegation; in a plenary all who have no other part. */
  delegateIds?: readonly string[];
  consultantIds: readonly string[];
  interpreterId?: string | null;
}

/** Whether a member may be the delegate of a session with this delegation; a plenary is open to all but organisers. */
export function mayBeDelegate(person: GroupPerson, beneficiaryId: string | null): boolean {
  if (beneficiaryId === null) return person.role !== "organiser";
  return person.role === "participant" && person.beneficiaryId === beneficiaryId;
}

/** Whether a member may interpret: nobody of a delegation, whose own people would then hear another one. */
export function mayInterpret(person: GroupPerson): boolean {
  return person.role === "observer" || person.role === "consultant";
}

/**
 * The parts of everybody invited, by account. Who has a part already keeps it even when the membership has ended since.
 * @throws Refused for a person who cannot have the part, two parts of one person, no consultant, or no delegate
 */
export function partsOf(
  choice: Choice,
  members: readonly GroupPerson[],
  already: ReadonlyMap<string, Part> = new Map(),
): Map<string, Part> {
  const parts = new Map<string, Part>();
  const byId = new Map(members.map((person) => [person.accountId, person]));
  const give = (id: string, part: Part, field: string, fits: (person: GroupPerson) => boolean) => {
    const person = byId.get(id);
    if (already.get(id) !== part && !(person && fits(person))) throw refused(field, "sessions.notAMember");
    if (parts.has(id) && parts.get(id) !== part) throw refused(field, "sessions.twoParts");
    parts.set(id, part);
  };

  for (const id of choice.consultantIds) give(id, "consultant", "consultantIds", ({ role }) => role === "consultant");
  if (parts.size === 0) throw refused("consultantIds", "sessions.chooseConsultant");
  if (choice.interpreterId) give(choice.interpreterId, "interpreter", "interpreterId", mayInterpret);

  const candidates = members.filter((person) => mayBeDelegate(person, choice.beneficiaryId));
  const delegates = choice.delegateIds ?? candidates.map(({ accountId }) => accountId).filter((id) => !parts.has(id));
  for (const id of delegates)
    give(id, "delegate", "delegateIds", (person) => mayBeDelegate(person, choice.beneficiaryId));
  if (delegates.length === 0 && candidates.length > 0) throw refused("delegateIds", "sessions.chooseDelegate");
  return parts;
}

function refused(field: string, key: MessageKey): Refused {
  return new Refused([{ field, message: { key } }]);
}
