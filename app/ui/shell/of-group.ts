import type { ShellData } from "#app/http/shell.server.ts";

/** The address of a page of the group that is shown, which the address names where another one is the chosen one. */
export function ofGroup({ group, isOtherGroup }: Pick<ShellData, "group" | "isOtherGroup">, path: string): string {
  if (!isOtherGroup || !group) return path;
  return `${path}${path.includes("?") ? "&" : "?"}group=${encodeURIComponent(group.id)}`;
}
