// `npm run zbornik -- <command>`: the command line, built when stale.
import { join } from "node:path";
import { build, install, requireNode, root } from "./prepare.mjs";

process.chdir(root);
process.env.NODE_ENV ??= "production";
const progress = console.log;
// Standard output belongs to the command (`--json`); what building says goes to standard error.
console.log = console.error;
requireNode();
install();
await build();
console.log = progress;
const { run } = await import(join(root, "build/node/zbornik.mjs"));
process.exitCode = await run(process.argv.slice(3));
