import { Conflict, Refused } from "#app/domain/errors.ts";
import { cleanText } from "#app/domain/forms/clean-text.ts";
import { type Knowing, knownRevision } from "#app/domain/forms/known-revision.server.ts";
import { guardTexts } from "#app/domain/privacy/guard-fields.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

type Values = Record<string, string | string[]>;

/** What somebody typed into the form at an address and did not send. */
export interface PendingEdit {
  revision: number;
  values: Values;
  updatedAt: string;
}

/** Most pending edits of one person; older ones go. */
const MOST_PENDING = 50;

/** As fields are named; what is written in a name is looked at by nobody. */
const fieldName = /^[\w.-]{1,60}$/;

/** What is pending for somebody at the address of a form, or null. */
export async function findPendingEdit(db: Db, accountId: string, address: string): Promise<PendingEdit | null> {
  const row = await db
    .selectFrom("pending_edit")
    .select(["revision", "fields", "updated_at"])
    .where("account_id", "=", accountId)
    .where("address", "=", address)
    .executeTakeFirst();
  if (!row) return null;
  return { revision: row.revision, values: JSON.parse(row.fields) as Values, updatedAt: row.updated_at };
}

/**
 * Keeps what somebody typed into a form, for them alone: nothing of it is checked but that no identity number is
 * stored.
 * @param input.knows the revision that the form knows of, 0 for none
 * @throws Conflict when another window kept or sent the same meanwhile; Refused
 */
export async function keepPendingEdit(
  store: Store,
  accountId: string,
  input: { address: string; knows: Knowing; values: Values },
  now: Date = new Date(),
): Promise<{ revision: number }> {
  const keep = async (db: Db) => {
    const { address, knows } = input;
    const values = clean(input.values);
    const pending = await findPendingEdit(db, accountId, address);
    if ((pending?.revision ?? 0) !== (await knownRevision(db, accountId, knows))) throw new Conflict();
    refuseNumbers(address, values, now);
    const revision = (pending?.revision ?? 0) + 1;
    const columns = { revision, fields: JSON.stringify(values), updated_at: now.toISOString() };
    await db
      .insertInto("pending_edit")
      .values({ account_id: accountId, address, ...columns })
      .onConflict((conflict) => conflict.columns(["account_id", "address"]).doUpdateSet(columns))
      .execute();
    if (!pending) await dropOldest(db, accountId);
    return { revision };
  };
  return writeTransaction(store, keep, { quiet: true });
}

/**
 * Forgets what is pending at an address, since it was sent or is not wanted any more. What another window kept since
 * stays.
 */
export async function dropPendingEdit(
  store: Store,
  accountId: string,
  { address, knows }: { address: string; knows: Knowing },
): Promise<void> {
  const drop = async (db: Db) => {
    await db
      .deleteFrom("pending_edit")
      .where("account_id", "=", accountId)
      .where("address", "=", address)
      .where("revision", "=", await knownRevision(db, accountId, knows))
      .execute();
  };
  await writeTransaction(store, drop, { quiet: true });
}

/**
 * Lets nothing be stored that holds an identity number, in a field, in its name or in the address.
 * @throws Refused
 */
function refuseNumbers(address: string, values: Values, now: Date): void {
  const texts = Object.entries(values).map(([name, value]) => [name, [value].flat().join("\n")]);
  const { faults } = guardTexts(Object.fromEntries(texts), { stated: true, draft: true, apart: true, now });
  if (faults.length > 0) throw new Refused(faults);
  // Neither is shown as a field: what is wrong is said of the whole form.
  const around = [decoded(address).replaceAll(drawn, ""), ...Object.keys(values)].join("\n");
  const { faults: other } = guardTexts({ around }, { stated: true, draft: true, now });
  if (other.length > 0 || Object.keys(values).some((name) => !fieldName.test(name))) {
    throw new Refused({ key: "errors.badValue" });
  }
}

/** Ids are drawn, and may look like anything. */
const drawn = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** As every form stores it. */
function clean(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? cleanText(value) : value.map(cleanText),
    ]),
  );
}

async function dropOldest(db: Db, accountId: string): Promise<void> {
  const old = await db
    .selectFrom("pending_edit")
    .select("address")
    .where("account_id", "=", accountId)
    .orderBy("updated_at", "desc")
    .orderBy("address")
    .offset(MOST_PENDING)
    .limit(MOST_PENDING)
    .execute();
  if (old.length === 0) return;
  const addresses = old.map(({ address }) => address);
  await db.deleteFrom("pending_edit").where("account_id", "=", accountId).where("address", "in", addresses).execute();
}
