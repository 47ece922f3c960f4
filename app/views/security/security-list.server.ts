import type { SignInFacts } from "#app/domain/people/end-sign-ins.server.ts";
import type { AccountFacts } from "#app/domain/people/find-accounts.server.ts";
import type { SecurityEventFacts, WholeSecurityEventFacts } from "#app/domain/security/find-security-events.server.ts";
import { securityEvents } from "#app/domain/security/security-events.ts";
import { shiftDays, toInstant } from "#app/domain/time/wall-time.server.ts";
import { textOf } from "#app/i18n/text.ts";
import { shortAddress } from "#app/views/security/short-address.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** An event of the security log, for whom it is about. */
export interface SecurityEventInList {
  id: string;
  at: string;
  what: string;
  /** Browser and address, as far as they are known. */
  from: string;
}

/** The same for administrators. */
export interface WholeSecurityEventInList extends SecurityEventInList {
  who: string | null;
  place: string;
}

/** A sign-in that runs. */
export interface SignInInList {
  id: string;
  started: string;
  from: string;
  current: boolean;
}

/** Writes an event. */
export function securityEventInList(event: SecurityEventFacts, { text, formats }: Viewer): SecurityEventInList {
  const { id, at, kind } = event;
  return { id, at: formats.dateTime(at), what: textOf(text, `security.kind.${kind}`), from: placeOf(event) };
}

/** Writes an event with whose it was and where. */
export function wholeSecurityEventInList(event: WholeSecurityEventFacts, viewer: Viewer): WholeSecurityEventInList {
  const { name, accountId, by, place, kind } = event;
  // Where the log was cut it says which kind.
  const said = kind === "log.cut" ? textOf(viewer.text, `security.kind.${place}`) : (by ?? place);
  return { ...securityEventInList(event, viewer), who: name ?? accountId, place: said };
}

/** Writes a sign-in. */
export function signInInList(signIn: SignInFacts, { text, formats }: Viewer): SignInInList {
  const { startedAt, current } = signIn;
  const from = placeOf(signIn) || text("account.signInUnknown");
  return { id: startedAt, started: formats.dateTime(startedAt), from, current };
}

/** What the log can be searched by, in the viewer's words. */
export function securityChoices(accounts: readonly AccountFacts[], { text, formats }: Viewer) {
  const named = accounts.map(({ id, name, address }) => ({ value: id, label: `${name}, ${address}` }));
  return {
    accounts: named.sort((a, b) => formats.collator.compare(a.label, b.label)),
    kinds: securityEvents.map((kind) => ({ value: kind, label: textOf(text, `security.kind.${kind}`) })),
  };
}

/** A day on the viewer's clock as instants, the last not included. */
export function dayOf(day: string | null, { zone }: Viewer): { from: string | null; until: string | null } {
  return { from: day && midnight(day, zone), until: day && midnight(shiftDays(day, 1), zone) };
}

function midnight(date: string, zone: string): string {
  const found = toInstant({ date, time: "00:00" }, zone, "earlier");
  // Where clocks go forward at midnight there is none.
  return found.ok ? found.instant : `${date}T00:00:00.000Z`;
}

function placeOf({ browser, network }: { browser: string; network: string }): string {
  return [browser, shortAddress(network)].filter((part) => part !== "").join(", ");
}
