import type { Logger } from "pino";
import type { Config } from "#app/config/config.server.ts";
import type { ReadCalendar } from "#app/domain/planning/read-calendars-aside.server.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import type { Origin, SecurityLog } from "#app/domain/security/security-log.server.ts";
import type { Aside } from "#app/http/aside.ts";
import type { Limits } from "#app/http/limits.server.ts";
import type { Listener, LiveListeners } from "#app/http/live-listeners.ts";
import type { Network } from "#app/http/network.ts";
import type { Proposals } from "#app/http/proposals.ts";
import type { BrowserCatalogues } from "#app/i18n/browser-catalogues.server.ts";
import type { Notes } from "#db/notes.ts";
import type { Store } from "#db/store.ts";

/** What the server hands to every loader and action. One object per request. */
export interface LoadContext extends Record<string, unknown> {
  store: Store;
  /** What answers searches. */
  matcher: Matcher;
  config: Config;
  log: Logger;
  limits: Limits;
  /** What is written down without anybody waiting for it. */
  notes: Notes;
  /** Where the request comes from, believed only through a configured proxy. */
  network: Network;
  /** The same as the security log has it, with the browser. */
  origin: Origin;
  security: SecurityLog;
  aside: Aside;
  /** The messages that pages can show. */
  catalogues: BrowserCatalogues;
  /** A whole page that is opened, or shown as the answer to a form; null where scripts ask for its data. */
  document: "opened" | "sent" | null;
  /** Who it turned out to be, for the log. */
  who: { accountId: string | null; token: string | null };
  requestId: string;
  /** For inline scripts of signed-in pages; public pages carry none. */
  nonce: string;
  /** The page that was rendered, and whether it has scripts: the server sends it whole. */
  page?: { html: string; hasScripts: boolean };
  /** Wakes the mail worker after a change that wrote to the outbox. */
  wakeOutbox: () => void;
  /** Who has live pages open. */
  live: LiveListeners;
  /** The answer is a stream of events for this listener. */
  listener?: Listener;
  /** The planner, for timetables of rounds. */
  proposals: Proposals;
  /** What reads calendar files. */
  readCalendar: ReadCalendar;
}
