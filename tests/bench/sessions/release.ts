import { createTransport } from "nodemailer";
import type { ComposedMail } from "#app/domain/mail/compose.server.ts";
import type { MailTransport } from "#app/domain/mail/transport.server.ts";
import { sendDue } from "#app/domain/outbox/outbox-worker.server.ts";
import { findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { releaseDraft, shownChanges } from "#app/domain/planning/release-draft.server.ts";
import type { Installation } from "#app/server/installation.server.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import type { LargeRounds } from "#tests/bench/sessions/large-rounds.ts";
import { heading, line, milliseconds } from "#tests/bench/sessions/table.ts";
import { anAccount } from "#tests/support/factories/people.ts";

/** Milliseconds after which mails do not wait for further changes any more. */
const WHILE = 600_000;

/**
 * Releases 50 sessions in one transaction, beside so many bare rows in one; then composes and hands over their mails,
 * beside a program that writes the same messages and does nothing else.
 */
export async function release({ store, config }: Installation, { full, people, actor }: LargeRounds): Promise<void> {
  const organiser = await actor(people.organiser);
  const before = await countRows(store);
  const { draft } = await findDraft(store.read, organiser, full, new Date());
  const shown = shownChanges(draft.changes);
  const [released, took] = await milliseconds(() => releaseDraft(store, organiser, { ...full, shown, reason: "" }));
  const rows = (await countRows(store)) - before;
  const [, bare] = await milliseconds(() => insertBare(store, rows));
  heading("releasing 50 sessions", "ms", "ratio", "sessions", "rows");
  line("bare rows", bare.toFixed(0), "", "", rows);
  line("Zbornik", took.toFixed(0), (took / bare).toFixed(1), released.scheduled, rows);

  const sent: ComposedMail[] = [];
  const writer = createTransport({ streamTransport: true, buffer: true });
  const transport: MailTransport = {
    kind: "smtp",
    send: async (mail) => {
      sent.push(mail);
      await writer.sendMail(mail);
      return { accepted: true, response: "250", permanent: false };
    },
  };
  const due = () => new Date(Date.now() + WHILE);
  const [, composing] = await milliseconds(async () => {
    while ((await sendDue(store, { site: config, mails }, transport, due)) > 0);
  });
  const [, writing] = await milliseconds(async () => {
    for (const mail of sent) await writer.sendMail(mail);
  });
  heading("their mails", "ms", "ratio", "mails", "ms each");
  line("nodemailer, same messages", writing.toFixed(0), "", sent.length, (writing / sent.length).toFixed(2));
  const ratio = (composing / writing).toFixed(1);
  line("Zbornik", composing.toFixed(0), ratio, sent.length, (composing / sent.length).toFixed(2));
}

const tables = ["session", "session_person", "agenda_item", "audit_event", "outbox"] as const;

async function countRows({ read }: Store): Promise<number> {
  let sum = 0;
  for (const table of tables) {
    const { n } = await read
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    sum += Number(n);
  }
  return sum;
}

/** So many rows of one table, one statement each, in one transaction. */
async function insertBare(store: Store, rows: number): Promise<void> {
  await writeTransaction(store, async (db) => {
    for (let n = 0; n < rows; n++) await anAccount(db, { name: `Bare.${n}` });
  });
}
