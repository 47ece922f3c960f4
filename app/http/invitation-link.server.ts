import { NotFound } from "#app/domain/errors.ts";
import { findAwaitedInvitation } from "#app/domain/people/find-invitation.server.ts";
import { mintInvitation } from "#app/domain/people/mint-secrets.server.ts";
import { leadTo } from "#app/http/lead-to.server.ts";
import type { SignedInVisit } from "#app/http/visit.server.ts";
import { paths } from "#app/paths.ts";
import { invitationLink } from "#app/views/mails/secret-links.ts";

/**
 * Links of several invitations to pass on, for the page that shows them once.
 * @throws NotFound as `leadToLink`
 */
export async function mintLinks(
  visit: SignedInVisit,
  invitations: readonly { id: string; name: string; address: string }[],
): Promise<{ name: string; address: string; link: string }[]> {
  const links: { name: string; address: string; link: string }[] = [];
  for (const { id, name, address } of invitations) links.push({ name, address, link: await mintLink(visit, id) });
  return links;
}

/**
 * Leads to the page of an invitation with a new link to pass on, which is shown there once: only its hash is stored.
 * @throws NotFound for all who do not manage the group now, and for one that cannot be accepted any more
 */
export async function leadToLink(visit: SignedInVisit, invitationId: string): Promise<Response> {
  return leadTo(visit, paths.invitationSent(invitationId), { secret: await mintLink(visit, invitationId) });
}

async function mintLink(visit: SignedInVisit, invitationId: string): Promise<string> {
  // A form sent again after its sender stopped organising is answered from memory: a new link is not for them.
  await findAwaitedInvitation(visit.db, visit.actor, invitationId);
  const minted = await mintInvitation(visit.store, invitationId, visit.now);
  if (minted === null) throw new NotFound("invitation");
  return invitationLink(visit.context.config.publicUrl, minted);
}
