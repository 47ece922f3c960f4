import type { Out } from "#app/cli/out.ts";
import type { Config } from "#app/config/config.server.ts";
import { addressKey } from "#app/domain/address.ts";
import { cleanLine } from "#app/domain/forms/clean-text.ts";
import { mintReset } from "#app/domain/people/mint-secrets.server.ts";
import { recordResetByCommand } from "#app/domain/people/request-password-reset.server.ts";
import { resetLink } from "#app/views/mails/secret-links.ts";
import type { Store } from "#db/store.ts";

/** Prints a link that sets a new password, for installations without mail. @returns 0 done, 1 refused, 2 wrong use */
export async function resetPassword(
  store: Store,
  args: string[],
  out: Out,
  config: Pick<Config, "publicUrl">,
): Promise<number> {
  const [given, ...more] = args;
  if (!given || given.startsWith("-") || more.length > 0) {
    out.error("Usage: zbornik reset-password ADDRESS");
    return 2;
  }
  const address = addressKey(cleanLine(given));
  const accountId = address ? await recordResetByCommand(store, address) : null;
  if (!accountId) {
    out.error("No active account has this address.");
    return 1;
  }
  out.line(resetLink(config.publicUrl, await mintReset(store, accountId, new Date())));
  out.line("Whoever opens this link sets the password: pass it on to its owner alone. It works once, for 30 minutes.");
  return 0;
}
