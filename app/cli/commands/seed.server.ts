import type { Out } from "#app/cli/out.ts";
import type { Config } from "#app/config/config.server.ts";
import { readDemoPassword } from "#app/seed/demo-password.server.ts";
import { demonstrationLines, loadDemonstration } from "#app/seed/load-demonstration.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import type { Store } from "#db/store.ts";

/** Loads the demonstration programme; refuses an installation that holds anything already. */
export async function seed(store: Store, args: string[], out: Out, config: Config): Promise<number> {
  if (args.length > 0) {
    out.error("Usage: zbornik seed");
    return 2;
  }
  await loadLibrary(store);
  if (!(await loadDemonstration(store, config))) {
    out.error("This installation is not empty. The demonstration programme is only loaded into an empty one.");
    return 1;
  }
  for (const line of demonstrationLines(readDemoPassword(config) ?? "")) out.line(line);
  return 0;
}
