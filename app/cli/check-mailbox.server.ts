import type { Settings } from "#app/config/config.server.ts";
import { openMailbox, readMailboxUrl } from "#app/domain/replies/mailbox.server.ts";
import type { Finding } from "#db/engine.ts";

/** Whether the mailbox can be opened that answers come into; nothing in it is touched. Of none nothing is said. */
export async function checkMailbox({ imapUrl }: Pick<Settings, "imapUrl">): Promise<Finding[]> {
  const mailbox = imapUrl === null ? null : readMailboxUrl(imapUrl);
  if (mailbox === null) return [];
  const what = "mailbox of answers";
  try {
    const opened = await openMailbox(mailbox);
    await opened.close();
    return [{ what, fault: null }];
  } catch (error) {
    return [{ what, fault: error instanceof Error ? error.message : String(error) }];
  }
}
