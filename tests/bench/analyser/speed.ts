import { documentWords } from "#app/domain/search/index/document-words.ts";
import { analyse } from "#app/language/analyse.ts";
import { passagesOf } from "#tests/bench/analyser/corpus.ts";
import { formerKeys } from "#tests/bench/analyser/former.ts";
import { oneOf, randomNumbers } from "#tests/bench/analyser/random.ts";
import type { Vocabulary } from "#tests/bench/analyser/vocabularies.ts";

const WORDS = 1_000_000;
const RECORDS = 4000;
/** Length of the text of a record in an import, UTF-16 code units. */
const LENGTH = 1200;
/** Share of words made longer, so that there are as many different ones as in real texts: some 90,000 in a million. */
const RARE = 0.12;

/** Words analysed a second, and records of an import made into what the index holds. */
export function printSpeed(vocabularies: readonly Vocabulary[], seed: number): void {
  console.log(`\nSpeed: ${WORDS / 1e6} million words; ${RECORDS} records of ${LENGTH} characters`);
  for (const vocabulary of vocabularies) {
    const records = recordsOf(vocabulary, seed);
    const words = records.reduce((count, record) => count + record.split(" ").length, 0);
    const different = new Set(records.flatMap((record) => record.split(" "))).size;
    const rounds = WORDS / words;
    const analysed = seconds(() => repeat(records, rounds, (record) => analyse(record, vocabulary.locale)));
    const unknown = seconds(() => repeat(records, rounds, (record) => analyse(record)));
    const share = 1 / 10;
    const former =
      seconds(() => repeat(records, rounds * share, (record) => record.split(" ").map(formerKeys))) / share;
    const encoded = seconds(() => records.map((record) => documentWords("", record, vocabulary.locale)));
    console.log(
      `  ${vocabulary.locale.padEnd(8)}${different} different; 1 M words ${analysed.toFixed(2)} s, language unknown ${unknown.toFixed(2)} s, ` +
        `formerly ${former.toFixed(2)} s; a record ${milliseconds(encoded)} read for the index`,
    );
  }
}

export function recordsOf(vocabulary: Vocabulary, seed: number): string[] {
  const passages = passagesOf(vocabulary, RECORDS * 8, seed).map(({ text }) => text);
  const random = randomNumbers(seed);
  const beginnings = "pre po na raz u iz do za o pro s ob od pod nad sa".split(" ");
  const rare = (word: string) =>
    random() < RARE ? oneOf(beginnings, random) + oneOf(beginnings, random) + word : word;
  return Array.from({ length: RECORDS }, (_, at) => {
    let record = "";
    while (record.length < LENGTH) record += `${passages[(at++ * 7) % passages.length]} `;
    const words = record.slice(0, LENGTH).split(" ").map(rare).join(" ");
    // Numbers as texts of the field have them.
    return `${words.slice(0, LENGTH)} CM/Rec(2010)1, 2019.`;
  });
}

function repeat(records: readonly string[], rounds: number, use: (record: string) => unknown): void {
  for (let round = 0; round < rounds; round++) {
    const upTo = Math.min(1, rounds - round) * records.length;
    for (let at = 0; at < upTo; at++) use(records[at] as string);
  }
}

/** Of the processor, which does not depend on what else the machine is doing. */
function seconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function milliseconds(all: number): string {
  return `${((all * 1000) / RECORDS).toFixed(3)} ms`;
}
