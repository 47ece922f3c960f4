import { demoPassword } from "#tests/support/demo.ts";
import { rows } from "#tests/support/page-parts.ts";
import { Reader } from "#tests/support/reader.ts";
import type { Site } from "#tests/support/site.ts";

/** Somebody of the demonstration, signed in: `participant.ba`, `consultant2`. */
export async function signedIn(site: Pick<Site, "origin">, person: string): Promise<Reader> {
  const reader = new Reader(site.origin);
  await reader.signIn(`${person}@demo.example`, demoPassword);
  return reader;
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

/** Lets the mail worker run, opens the outbox, and gives kind, recipient and state of mails whose subject holds words. */
export async function mailsAbout(site: Site, organiser: Reader, words: string): Promise<string[]> {
  await site.deliver();
  await organiser.open("/outbox");
  return rows(organiser, "Mails")
    .filter(([subject]) => subject?.includes(words))
    .map(([subject, to, state]) => `${subject?.split(":")[0]} to ${to}: ${state}`)
    .sort();
}
