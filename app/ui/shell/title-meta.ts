import type { MetaDescriptor } from "@remix-run/node";
import { isRouteErrorResponse } from "@remix-run/react";

interface MetaArgs {
  data?: unknown;
  error?: unknown;
  matches?: readonly { id: string; data?: unknown }[];
}

/** `meta` of a route whose loader returns a finished `title` and perhaps a `description`; on errors, what happened. */
export function titleMeta({ data, error, matches }: MetaArgs): MetaDescriptor[] {
  const { title, description } = (data ?? {}) as { title?: string; description?: string };
  const words = error ? errorTitle(error, matches) : title;
  const tags: MetaDescriptor[] = [{ title: words ? `${words} - Zbornik` : "Zbornik" }];
  if (description && !error) tags.push({ name: "description", content: description });
  return tags;
}

function errorTitle(error: unknown, matches: MetaArgs["matches"]): string | undefined {
  const shell = matches?.find((match) => match.id === "root")?.data as
    | { errorTitles?: Record<string, string> }
    | undefined;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return shell?.errorTitles?.[status] ?? shell?.errorTitles?.[500];
}
