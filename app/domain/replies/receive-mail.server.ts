import type { Answer } from "#app/domain/codes.ts";
import { newId } from "#app/domain/identity.server.ts";
import { findPersonalData } from "#app/domain/privacy/personal-data.ts";
import { clearBounce, noteBounces } from "#app/domain/replies/bounces.server.ts";
import { type IncomingMail, readMail, type UnreadMail } from "#app/domain/replies/incoming-mail.server.ts";
import { judgeMail, judgeUnread } from "#app/domain/replies/judge-mail.server.ts";
import type { Judgement } from "#app/domain/replies/judge-reply.server.ts";
import type { ReplyReason, ReplyResult } from "#app/domain/replies/reply-reasons.ts";
import { writeAnswer } from "#app/domain/sessions/answers/write-answer.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** What came of a mail: ids of session and account, where it is about any. */
export interface Received {
  result: ReplyResult;
  reason: ReplyReason;
  session: string | null;
  person: string | null;
  answer: Answer | null;
}

/**
 * Takes in a mail that may answer an invitation, and says what came of it. Nothing is answered by mail, whatever it is;
 * of its text nothing is kept but the comment of an answer that is applied.
 * @param raw the mail as it came, or its beginning where it is larger than `MAX_MAIL_BYTES`
 * @returns null for what is no mail
 */
export async function receiveMail(store: Store, raw: Buffer, now: Date = new Date()): Promise<Received | null> {
  const mail = await readMail(raw);
  if (mail === "not-a-message") return null;
  return writeTransaction(store, async (db) => {
    const isRead = "hash" in mail;
    const facts = isRead ? mail : mail.head;
    if (facts && (await isKnown(db, facts))) return repeated(db, facts);
    const judged = await judge(db, mail, now);
    const kept = judged.result === "applied" ? await apply(db, judged, now) : judged;
    if (facts?.from && kept.accountId && kept.result !== "dropped") await clearBounce(db, facts.from);
    if (facts) await note(db, facts, kept, now);
    return received(kept);
  });
}

async function judge(db: Db, mail: IncomingMail | UnreadMail, now: Date): Promise<Judgement> {
  if (!("hash" in mail)) return judgeUnread(db, mail, now);
  if (mail.report && mail.report !== "receipt") await noteBounces(db, mail.report, now);
  return judgeMail(db, mail, now);
}

/** Writes the answer down. A comment that the guard would refuse on a page is left out, and the organisers are told. */
async function apply(db: Db, judged: Judgement, now: Date): Promise<Judgement> {
  const { session, accountId, given } = judged;
  if (!session || !accountId || !given) throw new Error("An answer is somebody's, in a session");
  const isRefused = findPersonalData(given.comment, now).some(({ severity }) => severity === "block");
  const comment = isRefused ? "" : given.comment;
  await writeAnswer(db, session, accountId, { ...given, comment, way: "mail", byAccountId: null }, now);
  return isRefused ? { ...judged, reason: "comment-left-out" } : judged;
}

async function isKnown(db: Db, { hash }: IncomingMail): Promise<boolean> {
  const row = await db.selectFrom("received_reply").select("id").where("message_hash", "=", hash).executeTakeFirst();
  return row !== undefined;
}

async function repeated(db: Db, { hash }: IncomingMail): Promise<Received> {
  const { session_id, account_id, answer } = await db
    .selectFrom("received_reply")
    .select(["session_id", "account_id", "answer"])
    .where("message_hash", "=", hash)
    .executeTakeFirstOrThrow();
  return { result: "dropped", reason: "repeated", session: session_id, person: account_id, answer };
}

/** Of strangers neither address nor subject is kept. */
async function note(db: Db, mail: IncomingMail, judged: Judgement, now: Date): Promise<void> {
  const { result, reason, session, accountId = null, answer = null, proposed = null, delegateId = null } = judged;
  const isShown = result === "shown";
  const isRefused = findPersonalData(mail.subject, now).some(({ severity }) => severity === "block");
  await db
    .insertInto("received_reply")
    .values({
      ...{ id: newId(), message_hash: mail.hash, result, reason, answer },
      from_address: isShown ? (mail.from ?? "") : "",
      subject: isShown && !isRefused ? mail.subject : "",
      ...{ session_id: session?.id ?? null, account_id: accountId, delegate_id: delegateId },
      ...{ proposed_starts_at: proposed?.startsAt ?? null, proposed_ends_at: proposed?.endsAt ?? null },
      at: now.toISOString(),
    })
    .execute();
}

function received({ result, reason, session, accountId = null, answer = null }: Judgement): Received {
  return { result, reason, session: session?.id ?? null, person: accountId, answer };
}
