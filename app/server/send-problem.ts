import type { ServerResponse } from "node:http";
import { PROBLEM_TYPE, problem } from "#app/http/problem.ts";

/** Answers a program that gets no further than the server. */
export function sendProblem(
  response: ServerResponse,
  facts: Parameters<typeof problem>[0],
  headers: Record<string, string> = {},
): void {
  response.writeHead(facts.status, { "Content-Type": PROBLEM_TYPE, "Cache-Control": "private, no-store", ...headers });
  response.end(JSON.stringify(problem(facts)));
}
