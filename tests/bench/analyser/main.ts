import { parseArgs } from "node:util";
import { passagesOf, questionsOf } from "#tests/bench/analyser/corpus.ts";
import { formerEngine, plainEngine, productEngine } from "#tests/bench/analyser/engines.ts";
import { scoresOf } from "#tests/bench/analyser/scores.ts";
import { printSpeed } from "#tests/bench/analyser/speed.ts";
import { cyrillic, latin, unmarked } from "#tests/bench/analyser/spellings.ts";
import { printStemming } from "#tests/bench/analyser/stemming.ts";
import { VOCABULARIES, type Vocabulary } from "#tests/bench/analyser/vocabularies.ts";

const USAGE = "Usage: npm run bench -- analyser [--passages N] [--questions N] [--seed N]";

/**
 * How well and how fast words are brought together with their forms, and what that does for searching: beside the former
 * scheme and FTS5 by itself in the same run. The passages are made of the word lists of the stemmers' tests: they
 * show what a change does, not what texts nobody has seen would give.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      passages: { type: "string", default: "3000" },
      questions: { type: "string", default: "300" },
      seed: { type: "string", default: "1" },
    },
  });
  const [passages = 0, questions = 0, seed = 0] = [values.passages, values.questions, values.seed].map(Number);
  if (![passages, questions].every((count) => count > 0)) {
    console.error(USAGE);
    return 2;
  }
  printStemming(VOCABULARIES);
  console.log(
    `\nRetrieval: ${passages} passages a language, ${questions} questions of 2-3 dictionary forms, seed ${seed}`,
  );
  for (const vocabulary of VOCABULARIES) printRetrieval(vocabulary, { passages, questions, seed });
  printSpeed(VOCABULARIES, seed);
  return 0;
}

function printRetrieval(vocabulary: Vocabulary, size: { passages: number; questions: number; seed: number }): void {
  const passages = passagesOf(vocabulary, size.passages, size.seed);
  const texts = passages.map(({ text }) => text);
  const questions = questionsOf(passages, size.questions, size.seed + 1);
  const engines = [productEngine(texts, vocabulary.locale), formerEngine(texts), plainEngine(texts)];
  const mixed = { ...productEngine(texts, undefined), name: "Zbornik, language unknown" };
  for (const [spelling, spell] of spellingsOf(vocabulary)) {
    for (const engine of [...engines, mixed]) {
      const { recall, precision } = scoresOf(engine, questions, spell);
      console.log(
        `  ${vocabulary.locale.padEnd(8)}${spelling.padEnd(14)}${engine.name.padEnd(30)} ` +
          `recall@20 ${recall.toFixed(3)}  precision@10 ${precision.toFixed(3)}`,
      );
    }
  }
}

function spellingsOf({ cyrillic: share }: Vocabulary): [string, (typed: string) => string][] {
  const other: [string, (typed: string) => string] = share === 1 ? ["Latin", latin] : ["Cyrillic", cyrillic];
  return [["as written", (typed) => typed], ...(share === 0 ? [] : [other]), ["without marks", unmarked]];
}
