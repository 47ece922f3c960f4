import { sha256 } from "#app/domain/identity.server.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import { readKnownBrowser } from "#app/http/known-browser.server.ts";
import type { PressureName } from "#app/http/limits.server.ts";
import { pressed, type Shared } from "#app/http/pressed.server.ts";
import { takeFrom } from "#app/http/too-many.server.ts";

/** Whose password is tried, and who tries it. */
export interface Try {
  request: Request;
  /** Of the account, known or not, in lower case. */
  address: string;
  /** Signed in already: asked for the password once more. */
  isSignedIn?: boolean;
}

/**
 * Lets somebody try a password. Wrong ones count, right ones do not. After ten, this account waits a quarter of an
 * hour, in this network or this browser alone; before that, everybody else in a network, an account or an installation
 * that is guessed at waits for some seconds at most: refusing would let anybody lock the others out. Whoever signed in
 * with this browser before waits for nobody.
 * @param attempt what tries it, and tells whether it was right; what it throws counts as right
 * @throws TooMany
 */
export async function tryPassword<T>(
  context: Pick<LoadContext, "limits" | "network" | "config" | "aside">,
  { request, address, isSignedIn = false }: Try,
  attempt: () => Promise<{ isRight: boolean; result: T }>,
): Promise<T> {
  const { limits, network } = context;
  const account = sha256(address);
  const browser = readKnownBrowser(context, request, address);
  const pair = `${account}|${browser ?? network.keys[0]}`;
  // Wrong ones alone are left in the last count, and those that are being tried.
  const failures = await takeFrom(context, [
    ["signInAgain", pair],
    ["signInPair", pair],
  ]);
  const among: Shared[] = [...ofNetwork(network.keys), ["signInAccount", account], ["signInGlobal", "all"]];
  const hasFailed = ({ isRight }: { isRight: boolean }) => !isRight;
  try {
    const { isRight, result } = isSignedIn
      ? await attempt()
      : browser
        ? await afterOwn(context, account, attempt)
        : await pressed(context, among, attempt, hasFailed, failures);
    if (isRight) await limits.giveBack("signInPair", pair);
    return result;
  } catch (error) {
    await limits.giveBack("signInPair", pair);
    throw error;
  }
}

/** In a known browser one waits for nobody, and in no room, unless this account is guessed at with such ones. */
async function afterOwn<T extends { isRight: boolean }>(
  { limits, aside }: Pick<LoadContext, "limits" | "aside">,
  account: string,
  attempt: () => Promise<T>,
): Promise<T> {
  const delay = await limits.press("signInKnown", account);
  if (delay > 0) await aside(() => limits.room.rest(delay));
  const tried = await attempt();
  if (tried.isRight) await limits.giveBack("signInKnown", account);
  return tried;
}

function ofNetwork(keys: readonly string[]): Shared[] {
  const names: PressureName[] = ["signInLine", "signInHome", "signInSite"];
  return keys.map((key, at): Shared => [names[at] ?? "signInSite", key]);
}
