import { redirect } from "@remix-run/node";
import { NotFound } from "#app/domain/errors.ts";

/**
 * Does what a secret link is for; when the link is gone by now, leads back to its page, which says so.
 * @throws a redirect to `path`
 */
export async function orShowGone<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof NotFound) throw redirect(path, 303);
    throw error;
  }
}
