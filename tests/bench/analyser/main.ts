import { parseArgs } from "node:util";
import { passagesOf, questionsOf } from "#tests/bench/analyser/corpus.ts";
import { type Engine, formerEngine, plainEngine, productEngine } from "#tests/bench/analyser/engines.ts";
import { postgresEngines } from "#tests/bench/analyser/postgres.ts";
import { type Scores, scoresOf } from "#tests/bench/analyser/scores.ts";
import { printSpeed } from "#tests/bench/analyser/speed.ts";
import { cyrillic, latin, unmarked } from "#tests/bench/analyser/spellings.ts";
import { printStemming } from "#tests/bench/analyser/stemming.ts";
import { VOCABULARIES, type Vocabulary } from "#tests/bench/analyser/vocabularies.ts";
import { type PostgresSession, startPostgres } from "#tests/bench/postgres-server.ts";

const USAGE = "Usage: npm run bench -- analyser [--passages N] [--questions N] [--seed N]";

/**
 * How well and how fast words are brought together with their forms, and what that does for searching: beside the
 * former scheme, FTS5 by itself and, where it is installed, the best of PostgreSQL's configurations in the same run.
 * The passages are made of the word lists of the stemmers' tests: they show what a change does, not what texts nobody
 * has seen would give.
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
  const server = await startPostgres();
  if ("missing" in server) console.log(`  Not measured: ${server.missing}`);
  const session = "missing" in server ? null : server.connect();
  try {
    for (const vocabulary of VOCABULARIES) await printRetrieval(vocabulary, { passages, questions, seed }, session);
  } finally {
    await session?.close();
    if (!("missing" in server)) await server.stop();
  }
  printSpeed(VOCABULARIES, seed);
  return 0;
}

async function printRetrieval(
  vocabulary: Vocabulary,
  size: { passages: number; questions: number; seed: number },
  session: PostgresSession | null,
): Promise<void> {
  const passages = passagesOf(vocabulary, size.passages, size.seed);
  const texts = passages.map(({ text }) => text);
  const questions = questionsOf(passages, size.questions, size.seed + 1);
  const spellings = spellingsOf(vocabulary);
  const scored = async (engine: Engine) => {
    const scores: Scores[] = [];
    for (const [, spell] of spellings) scores.push(await scoresOf(engine, questions, spell));
    return { name: engine.name, scores };
  };
  const rows = [
    await scored(productEngine(texts, vocabulary.locale)),
    await scored(formerEngine(texts)),
    await scored(plainEngine(texts)),
    await scored({ ...productEngine(texts, undefined), name: "Zbornik, language unknown" }),
  ];
  if (session) {
    const configurations = [];
    for (const engine of await postgresEngines(session, texts)) configurations.push(await scored(engine));
    rows.push(configurations.reduce((best, other) => (sumOf(other.scores) > sumOf(best.scores) ? other : best)));
  }
  for (const [at, [spelling]] of spellings.entries()) {
    for (const { name, scores } of rows) {
      const { recall, precision } = scores[at]!;
      console.log(
        `  ${vocabulary.locale.padEnd(8)}${spelling.padEnd(14)}${name.padEnd(54)} ` +
          `recall@20 ${recall.toFixed(3)}  precision@10 ${precision.toFixed(3)}`,
      );
    }
  }
}

/** Which configuration is best is told by recall and precision over all spellings. */
function sumOf(scores: readonly Scores[]): number {
  return scores.reduce((sum, { recall, precision }) => sum + recall + precision, 0);
}

function spellingsOf({ cyrillic: share }: Vocabulary): [string, (typed: string) => string][] {
  const other: [string, (typed: string) => string] = share === 1 ? ["Latin", latin] : ["Cyrillic", cyrillic];
  return [["as written", (typed) => typed], ...(share === 0 ? [] : [other]), ["without marks", unmarked]];
}
