import { paths, safeRedirect } from "#app/paths.ts";

/** The page that a choice in the head was made on, without the message that it may have shown. */
export function backTo(back: string | undefined): string {
  const path = safeRedirect(back, paths.front());
  const url = new URL(path, "http://inside.invalid");
  url.searchParams.delete("flash");
  // Serialised again, so looked at again.
  return safeRedirect(`${url.pathname}${url.search}`, paths.front());
}
