import type { Out } from "#app/cli/out.ts";
import type { Config } from "#app/config/config.server.ts";
import { readDemoPassword } from "#app/seed/demo-password.server.ts";
import { demonstrationLines, loadDemonstration } from "#app/seed/load-demonstration.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import type { Store } from "#db/store.ts";

/**
 * Loads the demonstration programme, which refuses an installation that holds anything already, or the library alone.
 */
export async function seed(store: Store, args: string[], out: Out, config: Config): Promise<number> {
  const [what = "demonstration", ...more] = args;
  if (more.length > 0 || (args.length > 0 && what !== "library")) {
    out.error("Usage: zbornik seed [library]");
    return 2;
  }
  if (what === "library") {
    await loadLibrary(store);
    out.line("The library on release and post-penal support is there: themes, references, agenda templates.");
    return 0;
  }
  if (!(await loadDemonstration(store, { ...config, goesOn: true }))) {
    out.error("This installation is not empty. The demonstration programme is only loaded into an empty one.");
    return 1;
  }
  for (const line of demonstrationLines(readDemoPassword(config) ?? "")) out.line(line);
  return 0;
}
