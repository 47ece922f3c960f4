import { randomBytes } from "node:crypto";
import { newId, sha256 } from "#app/domain/identity.server.ts";
import type { Db } from "#db/store.ts";
import { type Given, THEN } from "#tests/support/factories/given.ts";

/** An account without a password, whose address is its name. @returns its id */
export async function anAccount(db: Db, given: Given<"account", "name">): Promise<string> {
  const row = {
    ...{ id: newId(), address: `${given.name.toLowerCase()}@test.example`, locale: "en", zone: "Europe/Sarajevo" },
    ...{ mail_locale: given.locale ?? "en", created_at: THEN, ...given },
  };
  await db.insertInto("account").values(row).execute();
  return row.id;
}

/** @returns its id */
export async function aMembership(
  db: Db,
  given: Given<"membership", "account_id" | "group_id" | "role">,
): Promise<string> {
  const since = given.started_at ?? THEN;
  const speaks_since = given.speaks === 1 ? since : null;
  const row = { id: newId(), started_at: since, standing_since: since, speaks_since, ...given };
  await db.insertInto("membership").values(row).execute();
  return row.id;
}

/** A sign-in without its password, good for an hour from now. @returns its token, the value of the cookie */
export async function aSignIn(db: Db, given: Given<"sign_in", "account_id"> & { token?: string }): Promise<string> {
  const { token = randomBytes(20).toString("hex"), ...said } = given;
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const until = said.expires_at ?? later;
  const begun = new Date().toISOString();
  const times = { expires_at: until, absolute_until: until, created_at: begun, confirmed_at: begun };
  await db
    .insertInto("sign_in")
    .values({ token_hash: sha256(token), ...times, ...said })
    .execute();
  return token;
}

/** An invitation of an observer that nobody has accepted yet. @returns its id */
export async function anInvitation(db: Db, given: Given<"invitation", "group_id" | "invited_by">): Promise<string> {
  const row = {
    ...{ id: newId(), address: "guest@test.example", name: "Guest", role: "observer", locale: "en" },
    ...{ created_at: THEN, expires_at: THEN, ...given },
  };
  await db.insertInto("invitation").values(row).execute();
  return row.id;
}

/** A new voice of a delegation, or what is said otherwise. @returns its id */
export async function aMembershipChange(
  db: Db,
  given: Given<"membership_change", "group_id" | "account_id" | "kind">,
): Promise<string> {
  const row = { id: newId(), at: THEN, ...given };
  await db.insertInto("membership_change").values(row).execute();
  return row.id;
}

/** A link that an administrator made for the password of an account, to pass it on. @returns its id */
export async function aPasswordHelp(
  db: Db,
  given: Given<"password_help", "account_id" | "by_account_id">,
): Promise<string> {
  const row = { id: newId(), at: THEN, way: "link" as const, ...given };
  await db.insertInto("password_help").values(row).execute();
  return row.id;
}

/** A sign-in that the security log tells of. @returns its id */
export async function aSecurityEvent(db: Db, given: Given<"security_event">): Promise<string> {
  const row = { id: newId(), at: THEN, kind: "sign-in.began", ...given };
  await db.insertInto("security_event").values(row).execute();
  return row.id;
}
