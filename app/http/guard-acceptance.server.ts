import { Refused } from "#app/domain/errors.ts";
import type { Acceptance } from "#app/domain/people/acceptance-input.server.ts";
import { findInvitation } from "#app/domain/people/find-invitation.server.ts";
import { trySecretLink } from "#app/http/pressed.server.ts";
import { tryPassword } from "#app/http/sign-in-limits.server.ts";
import type { Visit } from "#app/http/visit.server.ts";

/**
 * Lets somebody accept an invitation. A link that is none counts, and so does a wrong password of the account that it
 * is for.
 * @throws TooMany, NotFound, and what `accept` throws
 */
export async function guardAcceptance<T>(
  visit: Visit,
  request: Request,
  { way }: Acceptance,
  token: string,
  accept: () => Promise<T>,
): Promise<T> {
  const { address, accountId } = await trySecretLink(visit.context, () => findInvitation(visit.db, token, visit.now));
  if (way !== "confirm" || accountId === null) return trySecretLink(visit.context, accept);
  return tryGiven(visit, { request, address }, "password", accept);
}

/**
 * Lets somebody do what asks for a password of theirs; a refusal of that field is a wrong one.
 * @throws TooMany, and what `act` throws
 */
export async function tryGiven<T>(
  { context }: Visit,
  who: { request: Request; address: string; isSignedIn?: boolean },
  field: string,
  act: () => Promise<T>,
): Promise<T> {
  const outcome = await tryPassword<{ value: T } | { wrong: Refused }>(context, who, async () => {
    try {
      return { isRight: true, result: { value: await act() } };
    } catch (error) {
      if (!(error instanceof Refused) || error.faults.every((fault) => fault.field !== field)) throw error;
      return { isRight: false, result: { wrong: error } };
    }
  });
  if ("wrong" in outcome) throw outcome.wrong;
  return outcome.value;
}
