import type { ServerResponse } from "node:http";
import { problem, problemType } from "#app/http/problem.ts";

/** Answers a program that gets no further than the server. */
export function sendProblem(
  response: ServerResponse,
  facts: Parameters<typeof problem>[0],
  headers: Record<string, string> = {},
): void {
  response.writeHead(facts.status, { "Content-Type": problemType, "Cache-Control": "private, no-store", ...headers });
  response.end(JSON.stringify(problem(facts)));
}
