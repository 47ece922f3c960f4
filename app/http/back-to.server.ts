import { paths, safeRedirect } from "#app/paths.ts";

/** The page that a choice in the head was made on. */
export function backTo(back: string | null | undefined): string {
  return safeRedirect(back, paths.front());
}
