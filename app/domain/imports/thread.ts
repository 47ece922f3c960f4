import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { type LineTexts, prepareTexts } from "#app/domain/imports/prepare-line.server.ts";

// Prepares lines of an import for whoever writes them.
if (!isMainThread && parentPort && workerData === "import") {
  const port = parentPort;
  port.on("message", ({ id, lines, now }: { id: number; lines: LineTexts[]; now: Date }) => {
    port.postMessage({ id, prepared: lines.map((line) => prepareTexts(line, now)) });
  });
}
