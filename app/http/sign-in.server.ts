import { type Adapter, Lucia, TimeSpan } from "lucia";
import { sha256 } from "#app/domain/identity.server.ts";
import { ABSOLUTE_HOURS, KEEP_ENDED_HOURS, runningBounds } from "#app/domain/people/sign-in-times.ts";
import type { Origin } from "#app/domain/security/security-log.server.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import { keptQuery } from "#db/kept-query.ts";
import type { Notes } from "#db/notes.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

// Lucia lives in this file alone. It is no longer developed; replacing it means rewriting this file.

declare module "lucia" {
  interface Register {
    Lucia: Lucia;
    DatabaseSessionAttributes: Origin;
  }
}

/** Use is noted at most this often: less than Lucia's half of the idle time, so that "idle for two hours" is true. */
const NOTE_USE_MINUTES = 5;

const instances = new WeakMap<Notes, Lucia>();

/**
 * Until when sign-ins are good that were used, by their hashes: true at once, and written down when that goes. With a
 * full disk people read on and stay signed in.
 */
const used = new WeakMap<Store, Map<string, string>>();
const MAX_USED = 20_000;

function luciaFor(context: LoadContext): Lucia {
  const known = instances.get(context.notes);
  if (known) return known;
  const lucia = new Lucia(adapter(context), { sessionExpiresIn: new TimeSpan(context.config.idleMinutes, "m") });
  instances.set(context.notes, lucia);
  return lucia;
}

/** Name of the cookie that tells who is signed in. */
export function cookieName(https: boolean): string {
  return hostCookie("zbornik", https);
}

/** Name of a cookie: `__Host-` binds it to this host and to https, where there is https. */
export function hostCookie(name: string, https: boolean): string {
  return https ? `__Host-${name}` : name;
}

/**
 * Begins a sign-in and gives its token and the `Set-Cookie` header. A new token every time, so that a cookie that was
 * planted before is replaced. The cookie ends with the browser; the server ends it earlier.
 */
export async function beginSignIn(context: LoadContext, accountId: string): Promise<{ token: string; cookie: string }> {
  const session = await luciaFor(context).createSession(accountId, context.origin);
  return { token: session.id, cookie: cookie(context, session.id) };
}

/** The account of a request and its token, or null. Use moves the end of an idle sign-in on. */
export async function readSignIn(
  context: LoadContext,
  request: Request,
): Promise<{ accountId: string; token: string } | null> {
  const token = readCookie(request, cookieName(context.config.https));
  if (!token) return null;
  const { session } = await luciaFor(context).validateSession(token);
  if (!session) return null;
  const idle = context.config.idleMinutes * 60_000;
  if (!session.fresh && session.expiresAt.getTime() < Date.now() + idle - NOTE_USE_MINUTES * 60_000) {
    await adapter(context).updateSessionExpiration(token, new Date(Date.now() + idle));
  }
  return { accountId: session.userId, token };
}

/** Whose sign-in the request still carries though it ended by itself; null when it was ended or is unknown. */
export async function readEndedSignIn(context: LoadContext, request: Request): Promise<string | null> {
  const token = readCookie(request, cookieName(context.config.https));
  if (!token) return null;
  const row = await context.store.read
    .selectFrom("sign_in")
    .select("account_id")
    .where("token_hash", "=", sha256(token))
    .executeTakeFirst();
  return row?.account_id ?? null;
}

/** Ends one sign-in. @returns the `Set-Cookie` header that removes the cookie. */
export async function endSignIn(context: LoadContext, token: string): Promise<string> {
  await luciaFor(context).invalidateSession(token);
  return cookie(context, "");
}

/** The account that a `Cookie` header names by a sign-in that is kept, or null. */
export async function accountOfCookie(db: Db, header: string, https: boolean): Promise<string | null> {
  const token = cookieValue(header, cookieName(https));
  const [row] = token ? await signInOfActive(db, { hash: sha256(token) }) : [];
  return row?.account_id ?? null;
}

/** Which of these tokens are of sign-ins that are still good, of accounts that are active. It is no use of them. */
export async function runningTokens(store: Store, tokens: readonly string[], now: Date): Promise<Set<string>> {
  const hashes = new Map(tokens.map((token) => [sha256(token), token]));
  if (hashes.size === 0) return new Set();
  const rows = await store.read
    .selectFrom("sign_in")
    .innerJoin("account", "account.id", "sign_in.account_id")
    .select(["sign_in.token_hash", "sign_in.expires_at", "sign_in.absolute_until"])
    .where("sign_in.token_hash", "in", [...hashes.keys()])
    .where("account.status", "=", "active")
    .execute();
  const { after, until } = runningBounds(now);
  const good = rows.filter(({ token_hash, expires_at, absolute_until }) => {
    const noted = used.get(store)?.get(token_hash) ?? expires_at;
    const isIdle = noted <= after && expires_at <= after;
    return !isIdle && absolute_until > after && absolute_until <= until;
  });
  return new Set(good.flatMap(({ token_hash }) => hashes.get(token_hash) ?? []));
}

/** Value of a cookie of a request. */
export function readCookie(request: Request, name: string): string | null {
  return cookieValue(request.headers.get("Cookie") ?? "", name);
}

/** Value of a cookie in a `Cookie` header. */
export function cookieValue(header: string, name: string): string | null {
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || null;
  }
  return null;
}

function cookie(context: LoadContext, value: string): string {
  const { https } = context.config;
  const end = value ? "" : "; Max-Age=0";
  return `${cookieName(https)}=${value}; Path=/; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}${end}`;
}

const signInOfActive = keptQuery((db, { hash }: { hash: string }) =>
  db
    .selectFrom("sign_in")
    .innerJoin("account", "account.id", "sign_in.account_id")
    .select(["sign_in.account_id", "sign_in.expires_at", "sign_in.absolute_until"])
    .select(["sign_in.network", "sign_in.browser"])
    .where("sign_in.token_hash", "=", hash)
    .where("account.status", "=", "active"),
);

/** Stores only the SHA-256 of the token: Lucia's own adapters would store the token itself. */
function adapter({ store, notes }: LoadContext): Adapter {
  const write = (change: (db: Db) => Promise<unknown>) =>
    writeTransaction(store, async (db) => void (await change(db)), { quiet: true });
  return {
    async getSessionAndUser(token) {
      const [row] = await signInOfActive(store.read, { hash: sha256(token) });
      const { after, until } = runningBounds(new Date());
      // Unknown to Lucia from here on, or it would delete the row that `readEndedSignIn` reads.
      if (!row || row.absolute_until <= after || row.absolute_until > until) return [null, null];
      const noted = used.get(store)?.get(sha256(token)) ?? row.expires_at;
      const expiresAt = new Date(Math.max(Date.parse(noted), Date.parse(row.expires_at)));
      if (expiresAt.toISOString() <= after) return [null, null];
      const attributes = { network: row.network, browser: row.browser };
      const session = { id: token, userId: row.account_id, expiresAt, attributes };
      return [session, { id: row.account_id, attributes: {} }];
    },
    async getUserSessions(accountId) {
      const rows = await store.read.selectFrom("sign_in").selectAll().where("account_id", "=", accountId).execute();
      return rows.map((row) => ({
        id: row.token_hash,
        userId: row.account_id,
        expiresAt: new Date(row.expires_at),
        attributes: { network: row.network, browser: row.browser },
      }));
    },
    setSession: (session) =>
      write(async (db) => {
        const longEnded = new Date(Date.now() - KEEP_ENDED_HOURS * 3_600_000).toISOString();
        await db.deleteFrom("sign_in").where("expires_at", "<=", longEnded).execute();
        await db
          .insertInto("sign_in")
          .values({
            token_hash: sha256(session.id),
            account_id: session.userId,
            expires_at: session.expiresAt.toISOString(),
            absolute_until: new Date(Date.now() + ABSOLUTE_HOURS * 3_600_000).toISOString(),
            created_at: new Date().toISOString(),
            // It begins with a password, or with one that was just chosen.
            confirmed_at: new Date().toISOString(),
            ...session.attributes,
          })
          .execute();
      }),
    async updateSessionExpiration(token, end) {
      const hash = sha256(token);
      const expires_at = end.toISOString();
      noteUse(store, hash, expires_at);
      const note = (db: Db) => db.updateTable("sign_in").set({ expires_at }).where("token_hash", "=", hash).execute();
      notes.add(note, `sign-in:${hash}`);
    },
    deleteSession: (token) => write((db) => db.deleteFrom("sign_in").where("token_hash", "=", sha256(token)).execute()),
    deleteUserSessions: (accountId) =>
      write((db) => db.deleteFrom("sign_in").where("account_id", "=", accountId).execute()),
    deleteExpiredSessions: () =>
      write((db) => db.deleteFrom("sign_in").where("expires_at", "<=", new Date().toISOString()).execute()),
  };
}

function noteUse(store: Store, hash: string, until: string): void {
  const known = used.get(store) ?? new Map<string, string>();
  used.set(store, known);
  // The one that was used last stands last.
  known.delete(hash);
  known.set(hash, until);
  const [oldest] = known.keys();
  if (known.size > MAX_USED && oldest !== undefined) known.delete(oldest);
}
