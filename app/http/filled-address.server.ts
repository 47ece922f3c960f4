import { redirect } from "@remix-run/node";

/**
 * Leads to the address without the parameters that are empty: a browser sends a field of a form also where nothing was
 * chosen, and addresses are read, kept and passed on.
 * @throws a redirect where there are any
 */
export function leaveOutEmpty({ url }: Pick<Request, "url">): void {
  const { pathname, searchParams } = new URL(url);
  const filled = [...searchParams].filter(([, value]) => value !== "");
  if (filled.length === [...searchParams].length) return;
  const query = new URLSearchParams(filled).toString();
  // Two slashes at the beginning would name another host.
  const path = pathname.replace(/^\/+/, "/");
  throw redirect(query === "" ? path : `${path}?${query}`);
}
