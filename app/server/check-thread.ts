import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { databaseIsWhole } from "#db/engine.ts";

// Looks through a database beside the thread that serves pages.
if (!isMainThread && typeof workerData === "string") parentPort?.postMessage(databaseIsWhole(workerData));
