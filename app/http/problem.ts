import { STATUS_CODES } from "node:http";
import { z } from "zod";

/** Media type of errors of the API (RFC 9457). */
export const PROBLEM_TYPE = "application/problem+json";

/** An error of the API, as RFC 9457 writes it. Programs read it, and programmers, so it is in English. */
export const problemDocument = z.strictObject({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  parameters: z
    .array(z.strictObject({ parameter: z.string(), reason: z.string() }))
    .optional()
    .meta({ description: "The parameters that cannot be used, and why." }),
  requestId: z.string().optional().meta({ description: "What to tell the people who run the installation." }),
});
export type ProblemDocument = z.infer<typeof problemDocument>;

/** A problem without a type of its own: what there is to say about a status. */
export function problem(facts: Omit<ProblemDocument, "type" | "title">): ProblemDocument {
  return { type: "about:blank", title: STATUS_CODES[facts.status] ?? "Error", ...facts };
}
