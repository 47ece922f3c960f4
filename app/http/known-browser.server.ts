import { randomBytes } from "node:crypto";
import { z } from "zod";
import { seal, unseal } from "#app/config/seal.server.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import { readCookie } from "#app/http/sign-in.server.ts";

// A browser that an account was signed in with before carries a sealed note of it, so that nobody else's wrong
// passwords make its owner wait. The note opens nothing: it only says under which count those of that browser go.
// After the device cookies of OWASP ("Slow Down Online Guessing Attacks with Device Cookies").

const DAYS = 180;
/** Accounts that one browser remembers, as those of an office share one. */
const MAX_ACCOUNTS = 3;

const note = z.tuple([z.hash("sha256"), z.base64url()]);

/** The browser of a request, if this account was signed in with it before; null for a stranger. */
export function readKnownBrowser(
  context: Pick<LoadContext, "config">,
  request: Request,
  address: string,
): string | null {
  const account = sha256(address);
  for (const sealed of notesOf(context, request)) {
    const [of, browser] = open(context, sealed) ?? [];
    if (of === account && browser) return browser;
  }
  return null;
}

/** The `Set-Cookie` header with which the browser remembers that this account was signed in with it. */
export function knownBrowserCookie(context: Pick<LoadContext, "config">, request: Request, address: string): string {
  const { secret, https } = context.config;
  const account = sha256(address);
  const browser = readKnownBrowser(context, request, address) ?? randomBytes(12).toString("base64url");
  const until = new Date(Date.now() + DAYS * 86_400_000);
  const others = notesOf(context, request).filter((sealed) => {
    const opened = open(context, sealed);
    return opened !== null && opened[0] !== account;
  });
  const notes = [seal(secret, "known-browser", [account, browser], until), ...others].slice(0, MAX_ACCOUNTS);
  const flags = `Path=/; Max-Age=${DAYS * 86_400}; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}`;
  return `${cookieName(https)}=${notes.join(".")}; ${flags}`;
}

function notesOf(context: Pick<LoadContext, "config">, request: Request): string[] {
  const value = readCookie(request, cookieName(context.config.https)) ?? "";
  return value.length > 3000 ? [] : value.split(".").slice(0, MAX_ACCOUNTS);
}

function open(context: Pick<LoadContext, "config">, sealed: string): [string, string] | null {
  return note.safeParse(unseal(context.config.secret, "known-browser", sealed, new Date())).data ?? null;
}

function cookieName(https: boolean): string {
  return https ? "__Host-zbornik_known" : "zbornik_known";
}
