import type { z } from "zod";
import { message } from "#app/domain/forms/message.ts";
import { optionalText } from "#app/domain/forms/text-fields.ts";
import { MAX_JOIN_LINKS } from "#app/domain/sessions/join-link-limits.ts";

/** Links to calls of several sessions: one for all, or one per line. Read as the lines that are not empty. */
export function joinLinks() {
  return optionalText(MAX_JOIN_LINKS).transform((text) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  );
}

/**
 * The link of each of so many sessions, in order; null where none is given.
 * @param refuse is told where there are neither none, nor one, nor as many as sessions
 */
export function linkOfEach(
  links: readonly string[],
  count: number,
  refuse: (issue: z.core.$ZodRawIssue) => void,
): (string | null)[] {
  if (links.length > 1 && links.length !== count) {
    const said = message("sessions.linkCount", { links: links.length, count });
    refuse({ code: "custom", message: said, path: ["joinLinks"], input: links.join("\n") });
  }
  return Array.from({ length: count }, (_, at) => (links.length === 1 ? links[0] : links[at]) ?? null);
}
