import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { prepareTexts } from "#app/domain/imports/prepare-line.server.ts";
import type { ThreadAnswer, ThreadQuestion } from "#app/domain/imports/thread-messages.ts";

// Prepares lines of an import for whoever writes them.
if (!isMainThread && parentPort && workerData === "import") {
  const port = parentPort;
  const numbers = new Map<string, number>();
  port.on("message", ({ id, lines, now }: ThreadQuestion) => {
    const fresh: string[] = [];
    const numberOf = (name: string): number => {
      let number = numbers.get(name);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(name, number);
        fresh.push(name);
      }
      return number;
    };
    const prepared = lines.map((line) => {
      const made = prepareTexts(line, now);
      if ("fault" in made) return made;
      const { names, ...words } = made.words;
      return { ...made, words, names: Uint32Array.from(names, numberOf) };
    });
    port.postMessage({ id, prepared, fresh } satisfies ThreadAnswer);
  });
}
