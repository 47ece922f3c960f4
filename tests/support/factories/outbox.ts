import { newId } from "#app/domain/identity.server.ts";
import type { Db } from "#db/store.ts";
import { type Given, THEN } from "#tests/support/factories/given.ts";

/** A mail about a moved session that is due. @returns its id */
export async function aMail(db: Db, given: Given<"outbox"> = {}): Promise<string> {
  const id = given.id ?? newId();
  await db
    .insertInto("outbox")
    .values({
      ...{ id, idempotency_key: id, message_id: id, template: "session-news", parameters: "{}" },
      ...{ address: "a@test.example", next_attempt_at: THEN, created_at: THEN, ...given },
    })
    .execute();
  return id;
}
