import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isBusy, type Planned } from "#app/domain/planning/availability.server.ts";
import { type DraftOnPage, findDraft } from "#app/domain/planning/find-drafts.server.ts";
import type { Placed } from "#app/domain/planning/placed.server.ts";
import { type Slot, slotsFor } from "#app/domain/planning/slots.server.ts";
import { endOf } from "#app/domain/sessions/session-time.server.ts";
import type { Db } from "#db/store.ts";

/** A slot in which a pairing could begin, and what speaks against it. */
export interface OfferedSlot extends Slot {
  cannot: Planned[];
  elsewhere: Planned[];
  /** Other pairings of the draft at that time that need some of the same people. */
  meets: { other: Placed; people: Planned[] }[];
  isFull: boolean;
}

/**
 * Every slot to come in which a pairing of a draft could begin, with who cannot then.
 * @throws NotFound, Forbidden
 */
export async function findPlacementForm(
  db: Db,
  actor: Actor,
  { pairingId, ...which }: { roundId: string; draftId: string; pairingId: string },
  now: Date,
): Promise<DraftOnPage & { placed: Placed; offered: OfferedSlot[] }> {
  const page = await findDraft(db, actor, which, now);
  const placed = page.draft.placed.find(({ pairing }) => pairing.id === pairingId);
  if (!placed) throw new NotFound("pairing");
  const { grid, settings } = page;
  const length = slotsFor(placed.pairing.minutes, settings.slotMinutes);
  const offered = grid.slots
    .filter(({ number, startsAt }) => {
      const inPart = grid.parts.some(([first, last]) => first <= number && number + length - 1 <= last);
      return inPart && startsAt > now.toISOString();
    })
    .map((slot) => offer(slot, placed, page));
  return { ...page, placed, offered };
}

function offer(slot: Slot, { pairing }: Placed, page: DraftOnPage): OfferedSlot {
  const stretch = { startsAt: slot.startsAt, endsAt: endOf(slot.startsAt, pairing.minutes) };
  const meanwhile = page.draft.placed.filter(
    ({ pairing: other, place }) =>
      other.id !== pairing.id && place && place.startsAt < stretch.endsAt && place.endsAt > stretch.startsAt,
  );
  const { mostAtOnce } = page.settings;
  return {
    ...slot,
    cannot: pairing.people.filter(({ accountId }) => isBusy(page.busy, accountId, stretch)),
    elsewhere: pairing.people.filter(({ accountId }) => isBusy(page.elsewhere, accountId, stretch)),
    meets: meanwhile.flatMap((other) => {
      const people = pairing.people.filter(({ accountId }) =>
        other.pairing.people.some((person) => person.accountId === accountId),
      );
      return people.length > 0 ? [{ other, people }] : [];
    }),
    isFull: mostAtOnce !== null && meanwhile.length >= mostAtOnce,
  };
}
