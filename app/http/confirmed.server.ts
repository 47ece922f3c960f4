import { redirect } from "@remix-run/node";
import { Refused } from "#app/domain/errors.ts";
import { isConfirmed } from "#app/domain/people/confirm-password.server.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import type { SignedInVisit, Visit } from "#app/http/visit.server.ts";
import { paths } from "#app/paths.ts";

// What gives somebody lasting rights asks for the password again, if it was not given a short while ago: whoever sits
// down at an open browser must not be able to. Shutting others out asks for nothing, so that it is quick.

/** Whether the reader has given the password a short while ago. */
export function hasConfirmed({ db, token, now }: Pick<SignedInVisit, "db" | "token" | "now">): Promise<boolean> {
  return isConfirmed(db, token, now);
}

/** The same on a page that anybody may open. */
export async function hasConfirmedHere({ db, token, now }: Visit): Promise<boolean> {
  return token !== null && hasConfirmed({ db, token, now });
}

/** Requests whose form was refused for it: their page comes back with what was typed, and says so. */
const refused = new WeakSet<LoadContext>();

/** For a page that asks before such a deed. @throws a redirect to where the password is asked for, and back */
export async function askToConfirm(visit: SignedInVisit, request: Request): Promise<void> {
  if (refused.has(visit.context) || (await hasConfirmed(visit))) return;
  const { pathname, search } = new URL(request.url);
  throw redirect(paths.accountConfirmation(`${pathname.replace(/\.data$/, "")}${search}`));
}

/** For the deed itself. @throws Refused */
export async function requireConfirmed(visit: SignedInVisit): Promise<void> {
  if (await hasConfirmed(visit)) return;
  refused.add(visit.context);
  throw new Refused({ key: "account.confirmFirst" });
}
