import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "#app/config/config.server.ts";
import { pruneExpired } from "#app/domain/housekeeping/prune-expired.server.ts";
import { remindOfActions } from "#app/domain/minutes/remind-of-actions.server.ts";
import { startOutboxWorker } from "#app/domain/outbox/outbox-worker.server.ts";
import { type ReadCalendar, readCalendarsAside } from "#app/domain/planning/read-calendars-aside.server.ts";
import type { Solve } from "#app/domain/planning/run-proposal.server.ts";
import type { IndexDigest } from "#app/domain/search/answer/index-digest.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { SearchThread } from "#app/domain/search/answer/search-thread.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { tellLost } from "#app/domain/sessions/tell-lost.server.ts";
import { type Limits, openLimits } from "#app/http/limits.server.ts";
import type { Proposals } from "#app/http/proposals.ts";
import { solveInThreads } from "#app/planner/solve-in-threads.ts";
import { findProblem } from "#app/server/health.server.ts";
import { keepAuditHead } from "#app/server/keep-audit-head.server.ts";
import { keepBackups } from "#app/server/keep-backups.server.ts";
import { keepReminders } from "#app/server/keep-reminders.server.ts";
import { planRounds } from "#app/server/plan-rounds.server.ts";
import { watchDatabase } from "#app/server/watch-database.server.ts";
import { watchMailbox } from "#app/server/watch-mailbox.server.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { databaseOf, openStore } from "#db/engine.ts";
import { type Notes, openNotes } from "#db/notes.ts";
import type { Store } from "#db/store.ts";

/** What there is of an installation while it runs. */
export interface Installation {
  config: Config;
  store: Store;
  /** What answers searches. */
  matcher: Matcher;
  /** What the index in memory holds; null while it holds nothing. */
  indexDigest?: () => Promise<IndexDigest | null>;
  log: Logger;
  limits: Limits;
  /** What is written down without anybody waiting for it. */
  notes: Notes;
  wakeOutbox: () => void;
  proposals: Proposals;
  /** What reads calendar files. */
  readCalendar: ReadCalendar;
  /** What `/healthz` says beside "ok"; a returned problem makes it 503. */
  health: () => Promise<string | null>;
}

const PRUNE_EVERY = 3_600_000;

/**
 * Opens an installation that has been prepared, and begins what goes on beside requests: the mail worker, reminders,
 * the thread of the search, proposals of timetables, the hourly pruning.
 * @param threads the folder with the bundled threads
 */
export async function openInstallation(
  config: Config,
  log: Logger,
  threads: string,
): Promise<Installation & { close: () => Promise<void> }> {
  const database = databaseOf(config.dataDir);
  // The thread of the search writes the log into the file: here it would hold up pages.
  const store = openStore(database, { isCheckpointedElsewhere: true });
  const matcher = new SearchThread({
    file: join(threads, "search-thread.mjs"),
    database,
    sources: searchSources,
    tell: (note) => log.info(note),
  });
  // Best effort, also at the start: with a full disk pages are read all the same.
  const { securityLogDays } = config;
  const prune = () =>
    pruneExpired(store, new Date(), { securityLogDays })
      .then(() => tellLost(store))
      .then(() => remindOfActions(store))
      .catch((error) => log.error({ err: error }, "pruning"));
  await prune();
  const pruning = setInterval(prune, PRUNE_EVERY);
  pruning.unref();
  const limits = await openLimits(config.dataDir, { log });
  const audit = await keepAuditHead(store, config, log);
  const notes = openNotes(store, { tell: (error, lost) => log.warn({ err: error, lost }, "notes wait to be written") });
  const backups = keepBackups({ store, config, log, threadFile: join(threads, "backup-thread.mjs") });
  const watch = watchDatabase({ database, threadFile: join(threads, "check-thread.mjs"), log });
  const outbox = startOutboxWorker({ store, outgoing: { site: config, mails }, smtpUrl: config.smtpUrl, log });
  const reminders = keepReminders({ store, log, wake: outbox.wake });
  const solve: Solve = (problem, options) => solveInThreads(problem, options, join(threads, "planner-thread.mjs"));
  const proposals = planRounds({ store, log, solve });
  const mailbox = watchMailbox({ store, log, imapUrl: config.imapUrl });
  return {
    readCalendar: readCalendarsAside(join(threads, "calendar-thread.mjs")),
    ...{ proposals, config, store, matcher, log, limits, notes },
    indexDigest: () => matcher.digest(),
    wakeOutbox: outbox.wake,
    health: () => findProblem(config, store, watch, mailbox),
    close: async () => {
      clearInterval(pruning);
      await proposals.close();
      await reminders.stop();
      await outbox.stop();
      await mailbox.stop();
      await backups.stop();
      await audit.stop();
      await watch.stop();
      await notes.close();
      limits.close();
      await matcher.close();
      await store.close();
    },
  };
}
