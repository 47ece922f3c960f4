import type { ExpressionBuilder, Insertable } from "kysely";
import { sha256 } from "#app/domain/identity.server.ts";
import type { EarlierLinkTable } from "#db/schema/earlier-link.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** Keeps the link of an earlier attempt at a mail valid when a newer one takes its place in its row. */
export async function keepEarlierLink(
  db: Db,
  tokenHash: string | null,
  link: Pick<Insertable<EarlierLinkTable>, "invitation_id" | "account_id" | "expires_at">,
): Promise<void> {
  if (!tokenHash) return;
  await db
    .insertInto("earlier_link")
    .values({ token_hash: tokenHash, ...link })
    .onConflict((conflict) => conflict.column("token_hash").doNothing())
    .execute();
}

/** Whether a token opens an invitation: the newest one, or one of an earlier attempt. */
export function opensInvitation(eb: ExpressionBuilder<Schema, "invitation">, token: string) {
  return eb.or([
    eb("invitation.token_hash", "=", sha256(token)),
    eb(
      "invitation.id",
      "=",
      eb.selectFrom("earlier_link").select("invitation_id").where("earlier_link.token_hash", "=", sha256(token)),
    ),
  ]);
}

/** Whether a token sets a new password for an account. */
export function opensReset(eb: ExpressionBuilder<Schema, "password_reset">, token: string) {
  return eb.or([
    eb("password_reset.token_hash", "=", sha256(token)),
    eb(
      "password_reset.account_id",
      "=",
      eb.selectFrom("earlier_link").select("account_id").where("earlier_link.token_hash", "=", sha256(token)),
    ),
  ]);
}
