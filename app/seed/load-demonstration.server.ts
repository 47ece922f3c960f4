import { keepCalendarHost } from "#app/domain/calendar/calendar-host.server.ts";
import { takeAsTold } from "#app/domain/sessions/take-as-told.server.ts";
import { makeDemoPassword } from "#app/seed/demo-password.server.ts";
import { loadAnswers } from "#app/seed/demonstration-answers.server.ts";
import { loadContributions } from "#app/seed/demonstration-contributions.server.ts";
import { demoProgramme } from "#app/seed/demonstration-files.ts";
import { loadPeople } from "#app/seed/demonstration-people.server.ts";
import { loadPlans } from "#app/seed/demonstration-plans.server.ts";
import { loadRecords } from "#app/seed/demonstration-records.server.ts";
import { loadRounds } from "#app/seed/demonstration-rounds.server.ts";
import { loadToday } from "#app/seed/demonstration-today.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Loads the demonstration programme through the product's own deeds, so that it obeys every rule. Only into a store
 * without programme and accounts; the upcoming round starts two weeks after `now`.
 * @param place.goesOn a session goes on at `now`, whose live page can be tried
 * @returns whether anything was loaded
 */
export async function loadDemonstration(
  store: Store,
  place: { dataDir: string; demoPassword: string | null; publicUrl: string; goesOn?: boolean },
  now: Date = new Date(),
): Promise<boolean> {
  if (!(await isEmpty(store))) return false;
  await loadLibrary(store, now);
  // Answers by mail name the sessions by it.
  await keepCalendarHost(store, place.publicUrl);
  const people = await loadPeople(store, makeDemoPassword(place));
  const organiser = () => people.actor(organiserAddress());
  const places = await loadRounds(store, { ...people, organiser }, now);
  await loadAnswers(store, places.sessions, people, now);
  await loadPlans(store, { ...people, organiser, rounds: places.rounds }, now);
  await loadRecords(store, places, { ...people, organiser }, now);
  await loadContributions(store, places, people, now);
  if (place.goesOn) await loadToday(store, people, now);
  await keepMails(store);
  return true;
}

/** What a newcomer needs to know: who can sign in, and with which password. */
export function demonstrationLines(password: string): string[] {
  const shown = ["admin", "organiser", "consultant", "observer", "participant.ba"].map(
    (name) => `${name}@demo.example`,
  );
  return [
    "",
    `Demonstration accounts, all with the password ${password}`,
    ...shown.map((address) => `  ${address}`),
    "  participant.<code>@demo.example for al, ba, xk, me, mk, rs",
    "Who consents for the delegations when something is to be shared more widely:",
    ...demoProgramme.people.flatMap(({ address, speaks }) => (speaks ? [`  ${address}`] : [])),
    "To start empty instead: stop, then DEMO=0 DATA_DIR=another-folder npm start",
    "",
  ];
}

async function isEmpty({ read }: Store): Promise<boolean> {
  const account = await read.selectFrom("account").select("id").limit(1).executeTakeFirst();
  const programme = await read.selectFrom("programme").select("id").limit(1).executeTakeFirst();
  return !account && !programme;
}

function organiserAddress(): string {
  return sure(demoProgramme.people.find(({ role }) => role === "organiser")).address;
}

/** Nobody is behind these addresses: the mails of the demonstration are there to be read, never sent. */
async function keepMails(store: Store): Promise<void> {
  await writeTransaction(store, async (db) => {
    await takeAsTold(db);
    await db.updateTable("outbox").set({ state: "held" }).where("state", "=", "waiting").execute();
  });
}
