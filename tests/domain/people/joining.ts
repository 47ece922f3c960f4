import type { MembershipInput } from "#app/domain/people/membership-input.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { anAccount } from "#tests/support/factories/people.ts";

export const now = new Date("2026-10-01T08:00:00.000Z");

/** An observer. */
export const plain: MembershipInput = { role: "observer", beneficiaryId: null, institutionId: null, speaks: false };

/** An account that belongs to no group. */
export function account(store: Store, name: string): Promise<string> {
  return writeTransaction(store, (db) => anAccount(db, { name, locale: "bs", zone: "UTC" }));
}
