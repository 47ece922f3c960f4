import type { Readable } from "node:stream";
import type { Out } from "#app/cli/out.ts";
import { MAX_MAIL_BYTES } from "#app/domain/replies/incoming-mail.server.ts";
import { receiveMail } from "#app/domain/replies/receive-mail.server.ts";
import type { Store } from "#db/store.ts";

const USAGE = "Usage: npm run zbornik -- mail receive < MESSAGE";

/**
 * Takes in one mail from standard input, as a mail server pipes it in, and prints what came of it as a line of JSON.
 * @returns 0 whatever the mail says, 2 for what is no mail
 */
export async function mail(store: Store, args: string[], out: Out, input: Readable = process.stdin): Promise<number> {
  if (args[0] !== "receive" || args.length > 1) {
    out.error(USAGE);
    return 2;
  }
  const received = await receiveMail(store, await readBeginning(input));
  if (!received) {
    out.error("This is no mail.");
    return 2;
  }
  out.line(JSON.stringify(received));
  return 0;
}

/** Reads to the end, so that whoever writes does not fail, and keeps as much as is looked into. */
async function readBeginning(input: Readable): Promise<Buffer> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk as Uint8Array);
    if (size <= MAX_MAIL_BYTES) kept.push(bytes.subarray(0, MAX_MAIL_BYTES + 1 - size));
    size += bytes.length;
  }
  return Buffer.concat(kept);
}
