// `npm run dev`: serves like `npm start` and does it again after every change of a source file.
import { spawn } from "node:child_process";
import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { root } from "./prepare.mjs";

let server = null;
let timer = null;

start();
for (const folder of ["app", "db", "content", "public"]) {
  if (existsSync(join(root, folder))) watch(join(root, folder), { recursive: true }, later);
}

function start() {
  server = spawn(process.execPath, [join(root, "app/cli/start.mjs")], { stdio: "inherit", env: process.env });
}

/** Editors write a file in several steps: wait until it is quiet, then let the old server finish. */
function later() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    console.log("Changed, starting again.");
    const old = server;
    if (!old || old.exitCode !== null) return start();
    old.once("exit", start);
    old.kill("SIGTERM");
  }, 300);
}
