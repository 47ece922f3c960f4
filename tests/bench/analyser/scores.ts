import type { Question } from "#tests/bench/analyser/corpus.ts";
import type { Engine } from "#tests/bench/analyser/engines.ts";

export interface Scores {
  readonly recall: number;
  readonly precision: number;
}

/**
 * Recall@20, the share of what is relevant (of twenty, where there is more) among the first twenty, and precision@10,
 * the share of the first ten or fewer that is relevant; means over the questions, those without results counting 0.
 */
export async function scoresOf(
  engine: Engine,
  questions: readonly Question[],
  spell: (typed: string) => string,
): Promise<Scores> {
  let recall = 0;
  let precision = 0;
  for (const { lemmas, relevant } of questions) {
    const found = await engine.find(spell(lemmas.join(" ")));
    const right = (upTo: number) => found.slice(0, upTo).filter((at) => relevant.has(at)).length;
    recall += right(20) / Math.min(20, relevant.size);
    precision += found.length === 0 ? 0 : right(10) / Math.min(10, found.length);
  }
  return { recall: recall / questions.length, precision: precision / questions.length };
}
