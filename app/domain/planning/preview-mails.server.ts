import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isUnsent } from "#app/domain/mail/define-mail.ts";
import { plainMail } from "#app/domain/mail/mail-text.ts";
import { kindOf, type OutboxRow, type Outgoing } from "#app/domain/mail/sendable-mail.ts";
import { peopleToTell } from "#app/domain/planning/draft-changes.ts";
import { type DraftOnPage, findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { releaseIn } from "#app/domain/planning/release-draft.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** A mail that a release would send. */
export interface MailPreview {
  subject: string;
  /** Language of the mail. */
  locale: string;
  text: string;
}

/** The mails of a release to one person, before it is done. */
export interface MailsPreview {
  page: DraftOnPage;
  name: string;
  mails: MailPreview[];
}

/**
 * The mails that one person would get if a draft were released at this moment: the release is done and taken back, so
 * what is shown is what the outbox would hold. Reasons and addresses that do not exist yet are left open.
 * @returns no mails where there is nothing that the person does not know: nobody is told of the end of what they were
 *   never told of
 * @throws NotFound, also where nothing changes for the person or something blocks the release; Forbidden
 */
export async function previewMails(
  store: Store,
  actor: Actor,
  { accountId, ...which }: { roundId: string; draftId: string; accountId: string },
  outgoing: Outgoing,
  now: Date,
): Promise<MailsPreview> {
  const page = await findDraft(store.read, actor, which, now);
  const person = page.people.find((one) => one.accountId === accountId);
  if (!person || !peopleToTell(page.draft.changes).has(accountId)) throw new NotFound("mail");
  if (page.draft.conflicts.some(({ blocks }) => blocks)) throw new NotFound("mail");
  const mails = await takenBack(store, async (db) => {
    const before = new Set((await mailsTo(db, accountId)).map(({ id }) => id));
    const known = new Set((await sessionsOf(db, which.roundId)).map(({ id }) => id));
    await releaseIn(db, actor, await findDraft(db, actor, which, now), OPEN, now);
    const made = (await sessionsOf(db, which.roundId)).filter(({ id }) => !known.has(id));
    const rows = (await mailsTo(db, accountId)).filter(({ id }) => !before.has(id));
    const written: MailPreview[] = [];
    for (const row of rows) {
      const mail = await write(db, outgoing, row, now);
      if (mail) written.push({ ...mail, text: made.reduce((text, { id }) => text.replaceAll(id, OPEN), mail.text) });
    }
    return written;
  });
  return { page, name: person.name, mails };
}

/** Stands for what is not known before the release. */
const OPEN = "…";

async function mailsTo(db: Db, accountId: string): Promise<OutboxRow[]> {
  return db
    .selectFrom("outbox")
    .selectAll()
    .where("recipient_id", "=", accountId)
    .where("state", "=", "waiting")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

async function sessionsOf(db: Db, roundId: string): Promise<{ id: string }[]> {
  return db.selectFrom("session").select("id").where("round_id", "=", roundId).execute();
}

async function write(db: Db, outgoing: Outgoing, row: OutboxRow, now: Date): Promise<MailPreview | null> {
  const found = await kindOf(row, outgoing)?.write(db, outgoing.site, row, { now, secret: null });
  if (!found || isUnsent(found)) return null;
  const { mail } = found;
  return { subject: mail.subject, locale: mail.locale, text: plainMail(mail) };
}

/** Carries a result out of a transaction that must not last. */
class TakenBack<T> extends Error {
  constructor(readonly result: T) {
    super("taken back");
  }
}

/** Runs something in a transaction and takes back what it wrote. */
async function takenBack<T>(store: Store, work: (db: Db) => Promise<T>): Promise<T> {
  const change = async (db: Db): Promise<never> => {
    throw new TakenBack(await work(db));
  };
  return writeTransaction(store, change).catch((error: unknown) => {
    if (error instanceof TakenBack) return error.result as T;
    throw error;
  });
}
