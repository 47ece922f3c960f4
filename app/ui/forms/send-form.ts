import type { ClientActionFunctionArgs } from "@remix-run/react";
import { isRouteErrorResponse } from "@remix-run/react";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";
import { paths } from "#app/paths.ts";
import { copySent } from "#app/ui/forms/copy-keeper.ts";
import { unsavedIn } from "#app/ui/forms/unsaved-in.ts";

/**
 * Sends the form of a page: `export const clientAction = sendForm;` beside its `action`. What gets no answer, or one
 * that is no page of ours, leaves the form where it is with everything typed; the page of an error would take its
 * place.
 */
export async function sendForm({ request, serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  const form = await request.clone().formData();
  try {
    const answer = await serverAction();
    if (!isRefused(answer)) copySent();
    return answer;
  } catch (error) {
    // Where it leads; after a sign-in has ended that is where it is kept.
    if (error instanceof Response && !error.headers.get("Location")?.startsWith(paths.signIn())) copySent();
    // Or a page that holds what was typed.
    if (error instanceof Response || unsavedIn(error)) throw error;
    const status = isRouteErrorResponse(error) ? error.status : 0;
    // As a Response, so that nothing is loaded anew: that would find no connection either.
    return Response.json(unsent(form, status), { status: status || 503 });
  }
}

function isRefused(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "formErrors" in answer;
}

function unsent(form: FormData, status: number): FormAnswer {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("_") || /password/i.test(name)) continue;
    const all = form.getAll(name).map(String);
    values[name] = all.length === 1 ? (all[0] ?? "") : all;
  }
  const why = status > 0 ? status : navigator.onLine ? "no-answer" : "no-connection";
  return { values, errors: {}, formErrors: [], unsent: why };
}
