import { createContext, useContext } from "react";
import type { ShellData } from "#app/http/shell.server.ts";

export const ShellContext = createContext<ShellData | null>(null);

/** What the frame knows: who is signed in, the group, the key for forms. */
export function useShell(): ShellData {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error("useShell outside Shell");
  return shell;
}
