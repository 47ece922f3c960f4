import type { MailDefinition } from "#app/domain/mail/define-mail.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { attended } from "#app/domain/minutes/attendance-states.ts";
import { attendingPeople } from "#app/domain/minutes/find-attendance.server.ts";
import { findOpenAccount } from "#app/domain/people/open-account.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Db } from "#db/store.ts";

/** Accounts of those who were in a session. */
export async function findAttendees(db: Db, session: Pick<SessionFacts, "id" | "groupId">): Promise<string[]> {
  const people = await attendingPeople(db, session);
  return people.filter(({ state }) => attended(state)).map(({ accountId }) => accountId);
}

/**
 * Queues a mail to everybody who was in a session.
 * @param about.mark a second mail of the same mark is not queued
 * @param about.except an account that knows already
 * @returns how many are told
 */
export async function tellAttendees(
  db: Db,
  mail: MailDefinition<Record<string, never>, unknown>,
  about: { session: Pick<SessionFacts, "id" | "groupId">; mark: string; except?: string | null },
  now: Date,
): Promise<number> {
  const { session, mark, except } = about;
  let told = 0;
  for (const accountId of await findAttendees(db, session)) {
    const to = accountId === except ? undefined : await findOpenAccount(db, accountId);
    if (!to) continue;
    told++;
    const order = { groupId: session.groupId, subjectId: session.id, mark: `${mark}:${to.id}` };
    await queueMail(db, mail, { kept: {}, to, ...order }, now);
  }
  return told;
}
