import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";

/**
 * For everything under administration: to others its pages do not exist.
 * @returns the account id of the administrator
 * @throws NotFound
 */
export function requireAdministrator(actor: Actor): string {
  if (!actor.accountId || !can(actor, "installation.administer", { groupId: null })) throw new NotFound("page");
  return actor.accountId;
}
