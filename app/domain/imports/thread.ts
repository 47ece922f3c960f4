import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { prepareLine } from "#app/domain/imports/prepare-line.server.ts";
import type { ThreadAnswer, ThreadQuestion, ThreadWork, WithoutWords } from "#app/domain/imports/thread-messages.ts";
import { type DocumentWords, documentSections } from "#app/domain/search/index/document-words.ts";
import { WordInterner } from "#app/domain/search/index/word-interner.ts";
import { openStore } from "#db/engine.ts";

/** How often the log of the database is written into its file, in milliseconds. */
const CHECKPOINT_EVERY = 2000;

const isWork = (data: unknown): data is ThreadWork =>
  typeof data === "object" && data !== null && "import" in data && data.import === true;

// Prepares lines of an import for whoever writes them, and spares them most of writing the log into the file.
if (!isMainThread && parentPort && isWork(workerData)) {
  const port = parentPort;
  const interner = new WordInterner();
  let told = 0;
  port.on("message", ({ id, lines, now }: ThreadQuestion) => {
    const documents: DocumentWords[] = [];
    const prepared = lines.map((line) => {
      const made = prepareLine(line, now, interner);
      if (!("words" in made)) return made;
      const { words, ...withoutWords } = made;
      documents.push(words);
      return withoutWords satisfies WithoutWords;
    });
    const words = packed(documents);
    const fresh = interner.names.slice(told);
    told = interner.names.length;
    port.postMessage({ id, prepared, words, fresh } satisfies ThreadAnswer, [words.buffer as ArrayBuffer]);
  });
  if (workerData.database !== null) {
    const { engine } = openStore(workerData.database);
    setInterval(() => engine.checkpoint(), CHECKPOINT_EVERY);
  }
}

/** As in `ThreadAnswer.words`. */
function packed(documents: readonly DocumentWords[]): Uint32Array {
  const parts = documents.flatMap((words) => documentSections.map((section) => words[section]));
  const all = new Uint32Array(parts.reduce((size, part) => size + 1 + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all[at++] = part.length;
    all.set(part, at);
    at += part.length;
  }
  return all;
}
