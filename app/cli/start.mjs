// `npm start`: installs, builds, and serves.
import { join } from "node:path";
import { build, install, requireNode, root } from "./prepare.mjs";

process.chdir(root);
process.env.NODE_ENV ??= "production";
requireNode();
install();
await build();
const { main } = await import(join(root, "build/node/main.mjs"));
await main(join(root, "build"));
