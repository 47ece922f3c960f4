import type { LoaderFunctionArgs } from "@remix-run/node";
import { httpError } from "#app/http/domain-errors.server.ts";
import { readSignedInVisit, readVisit, type SignedInVisit, type Visit } from "#app/http/visit.server.ts";

type Args = LoaderFunctionArgs;

/** Loader of a page for signed-in people: anyone else is led to the sign-in page; domain errors become HTTP. */
export function page<T>(load: (visit: SignedInVisit, args: Args) => Promise<T>): (args: Args) => Promise<T> {
  return async (args) => {
    const visit = await readSignedInVisit(args);
    return httpErrors(() => load(visit, args));
  };
}

/** Loader of a page that anybody may open. */
export function publicPage<T>(load: (visit: Visit, args: Args) => Promise<T>): (args: Args) => Promise<T> {
  return async (args) => {
    const visit = await readVisit(args);
    return httpErrors(() => load(visit, args));
  };
}

async function httpErrors<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw httpError(error);
  }
}
