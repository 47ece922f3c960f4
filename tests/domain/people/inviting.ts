import { inviteMember } from "#app/domain/people/invite-member.server.ts";
import type { InvitationInput } from "#app/domain/people/membership-input.server.ts";
import { mintInvitation } from "#app/domain/people/mint-secrets.server.ts";
import type { Store } from "#db/store.ts";
import type { World } from "#tests/support/world.ts";

export const now = new Date("2026-10-01T08:00:00.000Z");

/** What a guest says of oneself. */
export const self = {
  way: "new",
  name: "Nova Članica",
  locale: "bs",
  city: "pristina",
  newPassword: "river stone lamp",
} as const;

/** An invitation of a participant who speaks for ba, as a form gives it. */
export function guest(w: World, change: Partial<InvitationInput> = {}): InvitationInput {
  return {
    groupId: w.groupId,
    address: "guest@test.example",
    name: "Guest",
    role: "participant",
    beneficiaryId: w.beneficiaries.ba,
    institutionId: w.institutions.ba,
    speaks: true,
    locale: "bs",
    ...change,
  };
}

/** An invitation by the organiser, with the token of its link. */
export async function invited(store: Store, w: World, change: Partial<InvitationInput> = {}) {
  const actor = await w.actor(w.people.organiser);
  const { invitationId } = await inviteMember(store, actor, guest(w, change), now);
  return { invitationId, token: await mint(store, invitationId) };
}

async function mint(store: Store, invitationId: string): Promise<string> {
  return (await mintInvitation(store, invitationId, now))!;
}

/** Rows of a table. */
export async function count(store: Store, table: "account" | "outbox"): Promise<number> {
  return (await store.read.selectFrom(table).select("id").execute()).length;
}
