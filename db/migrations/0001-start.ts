import { changes } from "#db/migrations/0001-start/changes.ts";
import { contributions } from "#db/migrations/0001-start/contributions.ts";
import { history } from "#db/migrations/0001-start/history.ts";
import { library } from "#db/migrations/0001-start/library.ts";
import { outbox } from "#db/migrations/0001-start/outbox.ts";
import { people } from "#db/migrations/0001-start/people.ts";
import { programme } from "#db/migrations/0001-start/programme.ts";
import { search } from "#db/migrations/0001-start/search.ts";
import { sessions } from "#db/migrations/0001-start/sessions.ts";
import { vocabulary } from "#db/migrations/0001-start/vocabulary.ts";
import type { Migration } from "#db/migrations/migration.ts";

/** The first schema: STRICT tables, UTC text, 0 | 1, JSON as text, CHECKs and foreign keys. */
export const start: Migration = {
  number: 1,
  name: "start",
  parts: [changes, vocabulary, programme, people, library, sessions, contributions, search, history, outbox],
};
