import type { Actor } from "#app/domain/access/actor.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { type FeedScope, mayRead, scopeOf } from "#app/domain/tokens/feed-scope.ts";
import { type InterfaceLocale, isInterfaceLocale } from "#app/i18n/languages.ts";
import type { Notes } from "#db/notes.ts";
import type { Db } from "#db/store.ts";

/** A feed that may be read now, and who reads it. */
export interface OpenFeed {
  feedId: string;
  name: string;
  actor: Actor;
  scope: FeedScope;
  discloses: boolean;
  /** Language of their mails, so that an entry from a mail and one from the feed say the same. */
  locale: InterfaceLocale;
  zone: string;
  city: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** Use is noted at most this often, so that reading does not mean writing. */
const NOTE_USE_MINUTES = 10;

/**
 * The feed of a token that its owner may read now, or null: unknown, revoked, of another kind, of an account that is
 * shut, of somebody who is in the group no more. What its owner may is asked at each reading.
 */
export async function checkFeed(db: Db, token: string): Promise<OpenFeed | null> {
  const row = await db
    .selectFrom("calendar_feed")
    .innerJoin("account", "account.id", "calendar_feed.account_id")
    .selectAll("calendar_feed")
    .select(["account.mail_locale", "account.zone", "account.city"])
    .where("token_hash", "=", sha256(token))
    .where("account.status", "=", "active")
    .executeTakeFirst();
  if (!row || !/^cal_[\w-]{43}$/.test(token)) return null;
  const actor = await findActor(db, row.account_id);
  const scope = scopeOf(row);
  if (!mayRead(actor, scope)) return null;
  return {
    ...{ feedId: row.id, name: row.name, actor, scope, discloses: row.discloses === 1 },
    locale: isInterfaceLocale(row.mail_locale) ? row.mail_locale : "en",
    ...{ zone: row.zone, city: row.city, createdAt: row.created_at, lastUsedAt: row.last_used_at },
  };
}

/** Notes that a feed was read, to within some minutes. Nobody waits for it: reading goes on where writing cannot. */
export function noteFeedUse(notes: Notes, { feedId, lastUsedAt }: OpenFeed, now: Date): void {
  const recent = new Date(now.getTime() - NOTE_USE_MINUTES * 60_000).toISOString();
  if (lastUsedAt !== null && lastUsedAt > recent) return;
  const note = (db: Db) =>
    db.updateTable("calendar_feed").set({ last_used_at: now.toISOString() }).where("id", "=", feedId).execute();
  notes.add(note, `feed-use:${feedId}`);
}
