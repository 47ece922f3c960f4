import type { ServerResponse } from "node:http";
import { PROBLEM_TYPE, problem } from "#app/http/problem.ts";
import type { DocumentHeaders, HeaderList } from "#app/server/headers.ts";

/** Answers a program that gets no further than the server. @param more names and values of headers in turn */
export function sendProblem(
  response: ServerResponse,
  headers: DocumentHeaders,
  facts: Parameters<typeof problem>[0],
  more: HeaderList = [],
): void {
  const own = ["Content-Type", PROBLEM_TYPE, "Cache-Control", "private, no-store"];
  response.writeHead(facts.status, [...headers(null), ...own, ...more]);
  response.end(JSON.stringify(problem(facts)));
}
