import type { Visit } from "#app/http/visit.server.ts";

/** What a form is told that was kept while somebody typed: when, and what its hidden fields say from now on. */
export interface KeptAnswer {
  time: string;
  fields: Record<string, string>;
}

export function keptAnswer({ formats, now }: Visit, fields: KeptAnswer["fields"]): Response {
  return Response.json({ time: formats.time(now.toISOString()), fields } satisfies KeptAnswer);
}
