import type { Out } from "#app/cli/out.ts";
import type { Config } from "#app/config/config.server.ts";
import { readDemoPassword } from "#app/seed/demo-password.server.ts";
import type { Store } from "#db/store.ts";

/** `demo password`: prints the password of the demonstration accounts again. */
export async function demo(_store: Store, args: string[], out: Out, config: Config): Promise<number> {
  if (args.length !== 1 || args[0] !== "password") {
    out.error("Usage: zbornik demo password");
    return 2;
  }
  const password = readDemoPassword(config);
  if (!password) {
    out.error("The demonstration programme was not loaded here.");
    return 1;
  }
  out.line(password);
  return 0;
}
