import { redirect } from "@remix-run/node";
import { z } from "zod";
import { seal, unseal } from "#app/config/seal.server.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import { withoutOpening } from "#app/http/opening-address.ts";
import { hostCookie, readCookie } from "#app/http/sign-in.server.ts";

// What the next page says of the deed that led to it travels in a cookie and not in the address: an address is
// reloaded, kept and passed on, and each time would say once more that something was saved.

/** Seconds in which the page has to be opened. */
const FLASH_SECONDS = 120;

const flashShape = z.object({
  /** The page that it is for, with its query: another one leaves it alone. */
  path: z.string(),
  /** `area.key` of the message. */
  key: z.string().nullable(),
  /** What is shown once and stored nowhere: a link to pass on. */
  secret: z.string().nullable(),
});
/** What one page says once. */
export type Flash = z.infer<typeof flashShape>;

/**
 * Leads to a page after a deed; the message that `withFlash` added to the path, and a secret, are said there once.
 * @param to a path of ours
 */
export function leadTo(
  { context, now }: { context: LoadContext; now: Date },
  to: string,
  more: { secret?: string | null; headers?: Headers } = {},
): Response {
  const url = new URL(to, "http://inside.invalid");
  const key = url.searchParams.get("flash");
  url.searchParams.delete("flash");
  const path = `${url.pathname}${url.search}`;
  const headers = more.headers ?? new Headers();
  const secret = more.secret ?? null;
  if (key !== null || secret !== null) {
    const until = new Date(now.getTime() + FLASH_SECONDS * 1000);
    const sealed = seal(context.config.secret, "flash", { path, key, secret } satisfies Flash, until);
    headers.append("Set-Cookie", cookie(context, sealed, FLASH_SECONDS));
  }
  return redirect(`${path}${url.hash}`, { status: 303, headers });
}

/** What the page of this request has to say once, or null. */
export function readFlash(context: LoadContext, request: Request, now: Date): Flash | null {
  const sealed = readCookie(request, cookieName(context));
  if (!sealed) return null;
  const flash = flashShape.safeParse(unseal(context.config.secret, "flash", sealed, now)).data ?? null;
  const url = new URL(request.url);
  return flash && flash.path === `${url.pathname.replace(/\.data$/, "")}${search(url)}` ? flash : null;
}

/** The header that forgets it: it has been said. */
export function flashSaid(context: LoadContext): string {
  return cookie(context, "", 0);
}

/** The query without what the router adds to ask for the data of some routes alone, and without the opening. */
function search(url: URL): string {
  const own = new URLSearchParams(withoutOpening(url).searchParams);
  own.delete("_routes");
  return own.size > 0 ? `?${own}` : "";
}

function cookieName({ config }: LoadContext): string {
  return hostCookie("zbornik_flash", config.https);
}

function cookie(context: LoadContext, value: string, seconds: number): string {
  const secure = context.config.https ? "; Secure" : "";
  return `${cookieName(context)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
