import { useActionData, useLoaderData, useMatches } from "@remix-run/react";
import { useMemo } from "react";
import type { FormAnswer } from "#app/http/form.server.ts";
import type { Typed } from "#app/http/form-page.server.ts";

/** The form of a page that people type into: what the head of the page takes along. */
export const TYPED_FORM = "typed";

/** What the form of a page shows besides what is stored: the answer to what was sent, else what is pending here. */
export function useFormAnswer(): FormAnswer | undefined {
  const answer = useActionData<FormAnswer>();
  const typed = typedIn(useLoaderData());
  return useMemo(() => answer ?? pendingAnswer(typed), [answer, typed]);
}

/** What is known of the form around, where its page keeps what is typed. */
export function useTyped(): Typed | null {
  return typedIn(useLoaderData());
}

/** Whether a form is open on the page that people type into; for what stands outside of it. */
export function useHasTypedForm(): boolean {
  return useMatches().some(({ data }) => typedIn(data) !== null);
}

function pendingAnswer(typed: Typed | null): FormAnswer | undefined {
  if (!typed?.pending) return undefined;
  const { values, time } = typed.pending;
  return { values, errors: {}, formErrors: [], leftAt: time };
}

function typedIn(data: unknown): Typed | null {
  return typeof data === "object" && data !== null && "typed" in data ? (data.typed as Typed) : null;
}
