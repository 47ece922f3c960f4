import { createContext, useContext } from "react";
import type { ShellData } from "#app/http/shell.server.ts";

/**
 * The frame for pages of errors that an action threw: no loader runs for them, so the server brings it by itself. Never
 * there in the browser, which is sent no script with such a page.
 */
export const FallbackShell = createContext<ShellData | undefined>(undefined);

export function useFallbackShell(): ShellData | undefined {
  return useContext(FallbackShell);
}
