import { links } from "#db/migrations/0006-mail-threads/links.ts";
import { outbox } from "#db/migrations/0006-mail-threads/outbox.ts";
import { told } from "#db/migrations/0006-mail-threads/told.ts";
import type { Migration } from "#db/migrations/migration.ts";

/** Mails in threads, what people know of a session, links that outlive a second attempt, UIDs that outlive a move. */
export const mailThreads: Migration = { number: 6, name: "mail-threads", parts: [told, outbox, links] };
