import { demoPassword } from "#tests/support/demo.ts";
import { pathOf, rows } from "#tests/support/page-parts.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import type { Site } from "#tests/support/site.ts";

/** Somebody of the demonstration, signed in: `participant.ba`, `consultant2`. */
export async function signedIn(site: Pick<Site, "origin">, person: string): Promise<PlainBrowser> {
  const browser = new PlainBrowser(site.origin);
  await browser.signIn(`${person}@demo.example`, demoPassword);
  return browser;
}

/** Posts a title and a sentence from the item of their next session that asks for this kind; gives the address. */
export async function postSnapshot(browser: PlainBrowser, kind: "practice" | "challenge" | "need", title: string) {
  await browser.open("/home");
  const link = (part: string) =>
    [...browser.page.document.querySelectorAll("main a")]
      .map((one) => one.getAttribute("href") ?? "")
      .filter((href) => href.includes(part));
  await browser.open(link("/sessions/")[0]!);
  // Items that capture one kind offer only that one.
  const item = link(`kind=${kind}`).find((href) => link(href.split("&kind=")[0]!).length === 1);
  await browser.open(item!);
  await browser.submit({ title, summary: `${title}.` }, { button: "intent=submit" });
  return pathOf(browser);
}

/** What an address answers to each of these people. */
export async function statusesFor(
  site: Pick<Site, "origin">,
  address: string,
  people: readonly string[],
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const person of people) found[person] = (await (await signedIn(site, person)).open(address)).status;
  return found;
}

/**
 * Lets the mail worker run, opens the outbox, and gives kind, recipient and state of mails whose subject holds words.
 */
export async function mailsAbout(site: Site, organiser: PlainBrowser, words: string): Promise<string[]> {
  await site.deliver();
  await organiser.open("/outbox");
  return rows(organiser, "Mails")
    .filter(([subject]) => subject?.includes(words))
    .map(([subject, to, state]) => `${subject?.split(":")[0]} to ${to}: ${state}`)
    .sort();
}
