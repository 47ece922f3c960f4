// `npm run bench -- NAME [options]`: bundles tests/bench/NAME/main.ts and runs it. Benchmarks print figures beside an
// anchor measured in the same run; they assert nothing.
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build, install, requireNode, root } from "../../app/cli/prepare.mjs";

process.chdir(root);
requireNode();
install();
await build();
const benches = readdirSync("tests/bench").filter((name) => existsSync(`tests/bench/${name}/main.ts`));
const [name = "", ...args] = process.argv.slice(2);
if (!benches.includes(name)) {
  console.error(`Usage: npm run bench -- ${benches.join("|")} [options]`);
  process.exit(2);
}
const esbuild = await import("esbuild");
mkdirSync("build/bench", { recursive: true });
await esbuild.build({
  absWorkingDir: root,
  entryPoints: { [name]: `tests/bench/${name}/main.ts` },
  outdir: "build/bench",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  outExtension: { ".js": ".mjs" },
  loader: { ".md": "text" },
  logLevel: "warning",
});
const { main } = await import(join(root, `build/bench/${name}.mjs`));
process.exitCode = await main(args);
