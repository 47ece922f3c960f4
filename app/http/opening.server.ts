import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { idOf, newId } from "#app/domain/identity.server.ts";
import { OPENED } from "#app/http/opening-address.ts";
import { readVisit, type Visit } from "#app/http/visit.server.ts";
import { hasAttempts } from "#db/store.ts";

// A page that makes something is led to an address of its own each time it is opened. After Back browsers without
// scripts load the page anew and put back what was typed: what is drawn into the page is another by then, what stands
// in the address is the same, and so the server knows the form again.

const shape = /^([0-9a-z]{1,7})-[0-9a-z]{16}$/;

const MINUTE = 60_000;
/** Days in which a form is known again; what it made is remembered for longer. */
const KNOWN_DAYS = 6;

/**
 * Loader of a page that makes something.
 * @param makes whether this address does, where others of the page do not
 */
export function openedOnce<T>(
  load: (args: LoaderFunctionArgs) => Promise<T>,
  makes: (args: LoaderFunctionArgs) => boolean = () => true,
): (args: LoaderFunctionArgs) => Promise<T> {
  return async (args) => {
    // First whether they may see the page at all.
    const loaded = await load(args);
    const url = new URL(args.request.url);
    const { now, account } = await readVisit(args);
    if (args.context.document !== "opened" || !account || readOpening(url, now) || !makes(args)) return loaded;
    url.searchParams.set(OPENED, `${minutesAt(now).toString(36)}-${newId()}`);
    throw redirect(`${url.pathname}${url.search}`);
  };
}

/**
 * What this opening of a page is called: the same whenever its address is opened by the same person, nobody else's, and
 * another one once the form was sent and its answer is shown. Null where the address names none.
 */
export async function openingOf({ context, account, now, db }: Visit, url: URL): Promise<string | null> {
  // Scripts bring nothing back that was typed: there the form is a new one.
  if (!account || context.document === null) return null;
  const opening = readOpening(url, now);
  if (!opening) return null;
  const id = idOf(`${account.id} ${opening}`);
  return context.document === "sent" && (await hasAttempts(db, account.id, id)) ? null : id;
}

function readOpening(url: URL, now: Date): string | null {
  const opening = url.searchParams.get(OPENED);
  const [, minutes = ""] = shape.exec(opening ?? "") ?? [];
  const age = minutesAt(now) - Number.parseInt(minutes, 36);
  return age >= 0 && age < KNOWN_DAYS * 24 * 60 ? opening : null;
}

function minutesAt(now: Date): number {
  return Math.floor(now.getTime() / MINUTE);
}
