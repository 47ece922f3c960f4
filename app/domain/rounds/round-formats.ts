import type { RoundFormat } from "#app/domain/codes.ts";

/** Whether people of a round come by a call, all or some of them. */
export function isOnline(format: RoundFormat): boolean {
  return format !== "on-site";
}
