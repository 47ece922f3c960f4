import type { QuestionFilter } from "#app/domain/minutes/questions/find-question.server.ts";

/** Reads which answers are asked for from an address. */
export function questionFilter(asked: URLSearchParams): {
  filter: QuestionFilter;
  values: { round: string; delegation: string };
} {
  const [round, delegation] = [asked.get("round") ?? "", asked.get("delegation") ?? ""];
  return { filter: { roundId: round || null, delegationId: delegation || null }, values: { round, delegation } };
}
