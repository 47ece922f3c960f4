import { readSecret } from "#app/config/secret.server.ts";
import { dataFolderHolder } from "#db/data-folder.ts";
import type { Finding } from "#db/engine.ts";
import { looseFiles } from "#db/file-modes.ts";

/** Who holds the data folder, whether its secret can be used, and whether others may read it. */
export function checkFolder(dataDir: string): Finding[] {
  const holder = dataFolderHolder(dataDir);
  const by = holder ? `held by ${holder.purpose}${holder.pid ? `, process ${holder.pid}` : ""}` : "no server runs";
  return [
    { what: `data folder ${dataDir} (${by})`, fault: null },
    {
      what: "secret",
      fault: faultOf(() => {
        readSecret(dataDir);
        return null;
      }),
    },
    { what: "files are for their owner alone", fault: faultOf(() => findLoose(dataDir)) },
  ];
}

function findLoose(dataDir: string): string | null {
  const loose = looseFiles(dataDir);
  return loose.length === 0 ? null : `others may read ${loose.join(", ")}; the next start of the server closes them`;
}

function faultOf(look: () => string | null): string | null {
  try {
    return look();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
