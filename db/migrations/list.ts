import { start } from "#db/migrations/0001-start.ts";
import { appliedMigrations } from "#db/migrations/0002-applied-migrations.ts";
import { people } from "#db/migrations/0003-people.ts";
import { standings } from "#db/migrations/0004-standings.ts";
import { backups } from "#db/migrations/0005-backups.ts";
import { mailThreads } from "#db/migrations/0006-mail-threads.ts";
import { publicNumber } from "#db/migrations/0007-public-number.ts";
import { secondReaders } from "#db/migrations/0008-second-readers.ts";
import { pendingEdits } from "#db/migrations/0009-pending-edits.ts";
import { securityLog } from "#db/migrations/0010-security-log.ts";
import { lostVoices } from "#db/migrations/0011-lost-voices.ts";
import { passwordHelps } from "#db/migrations/0012-password-helps.ts";
import { mailLanguage } from "#db/migrations/0013-mail-language.ts";
import { answers } from "#db/migrations/0014-answers.ts";
import { plans } from "#db/migrations/0015-plans.ts";
import { recordsOfSessions } from "#db/migrations/0016-records-of-sessions.ts";
import { feeds } from "#db/migrations/0017-feeds.ts";
import { questions } from "#db/migrations/0018-questions.ts";
import { liveSessions } from "#db/migrations/0019-live-sessions.ts";
import { proceedingsFound } from "#db/migrations/0020-proceedings-found.ts";
import { decisionAmendments } from "#db/migrations/0021-decision-amendments.ts";
import { keptTimes } from "#db/migrations/0022-kept-times.ts";
import { glassOpenings } from "#db/migrations/0023-glass-openings.ts";
import { delegatedReplies } from "#db/migrations/0024-delegated-replies.ts";
import type { Migration } from "#db/migrations/migration.ts";

/** Listed by hand, in order, never edited once landed; `tests/db/migrations.test.ts` keeps their hashes. */
export const migrations: readonly Migration[] = [
  start,
  appliedMigrations,
  people,
  standings,
  backups,
  mailThreads,
  publicNumber,
  secondReaders,
  pendingEdits,
  securityLog,
  lostVoices,
  passwordHelps,
  mailLanguage,
  answers,
  plans,
  recordsOfSessions,
  feeds,
  questions,
  liveSessions,
  proceedingsFound,
  decisionAmendments,
  keptTimes,
  glassOpenings,
  delegatedReplies,
];

/** The newest schema this code knows. */
export const newestMigration = migrations.at(-1)?.number ?? 0;
