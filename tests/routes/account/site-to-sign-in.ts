import { hashPassword } from "#app/domain/people/password.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { type Site, serve } from "#tests/support/site.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

/** Password of everybody. */
export const password = "river stone lamp";

/** Of the organiser. */
export const address = "organiser@test.example";

export interface SiteToSignIn {
  store: Store & { folder: string };
  w: World;
  site: Site;
  browser: PlainBrowser;
}

/**
 * A world whose people have passwords, served, and a browser in which nobody is signed in. Who asks closes the site.
 */
export async function siteToSignIn(): Promise<SiteToSignIn> {
  const store = testStore();
  const w = await world(store);
  const hash = await hashPassword(password);
  await writeTransaction(store, async (db) => {
    await db.updateTable("account").set({ password_hash: hash }).execute();
  });
  const site = await serve(store, { SMTP_URL: "" });
  return { store, w, site, browser: new PlainBrowser(site.origin) };
}

/** Sends a form as a browser does that keeps method and body on a 307. @param at where the site is */
export async function post(who: PlainBrowser, path: string, fields: Record<string, string>, at = who.origin) {
  const body = new URLSearchParams(fields);
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { origin: at, ...(cookie ? { cookie } : {}) };
  return fetch(new URL(path, at), { method: "POST", body, headers, redirect: "manual" });
}
