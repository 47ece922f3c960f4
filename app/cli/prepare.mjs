// Runs on a bare Node, before anything is installed: installs what is missing and builds what is stale.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const sources = ["app", "db", "content", "public"];
const settings = ["package.json", "package-lock.json", "remix.config.js", "tsconfig.json"];

/** Ends with a clear sentence where this Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Zbornik needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Installs the packages of the lock file when they are not there or the lock has changed since. Not behind a link:
 * others use those too, and npm begins by removing them.
 */
export function install() {
  const packages = join(root, "node_modules");
  const stamp = join(packages, ".zbornik-lock");
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error(
      "node_modules is a link: its packages are left as they are, and may not be those of package-lock.json.",
    );
    return;
  }
  // The build tools are needed too, also where NODE_ENV says production.
  console.log("Installing packages. The database driver may be compiled, which takes about three minutes.");
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, wanted);
}

/** Builds the application, the server and the command line when a source file is newer than the last build. */
export async function build() {
  const stamp = join(root, "build/.stamp");
  const wanted = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Building.");
  run(process.execPath, [
    join(root, "node_modules/@remix-run/dev/dist/cli.js"),
    "vite:build",
    "--config",
    "remix.config.js",
    "--logLevel",
    "warn",
  ]);
  await bundle();
  compressAssets(join(root, "build/client/assets"));
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Threads are files of their own: a worker is started from one. */
export const threads = {
  "backup-thread": "app/domain/backups/thread.ts",
  "calendar-thread": "app/domain/planning/calendar-thread.ts",
  "check-thread": "app/server/check-thread.ts",
  "import-thread": "app/domain/imports/thread.ts",
  "planner-thread": "app/planner/thread.ts",
  "search-thread": "app/domain/searchable/thread.ts",
};

/** How code for Node is bundled: packages stay where they are. */
export const bundling = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  outExtension: { ".js": ".mjs" },
  logLevel: "warning",
};

async function bundle() {
  const esbuild = await import("esbuild");
  const entryPoints = { main: "app/server/main.server.ts", zbornik: "app/cli/zbornik.server.ts", ...threads };
  await esbuild.build({ ...bundling, entryPoints, outdir: "build/node" });
}

/** Writes the best compressed forms beside the files once, instead of worse ones at every request. */
function compressAssets(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    const file = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(file));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(file, { level: 9 }));
  }
}

function sourcesHash() {
  const hash = createHash("sha256");
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(`${path.slice(root.length)}:${stat.size}:${Math.floor(stat.mtimeMs)}\n`);
  };
  for (const source of sources) if (existsSync(join(root, source))) visit(join(root, source));
  for (const setting of settings) visit(join(root, setting));
  return hash.digest("hex");
}

function run(command, args) {
  // Standard input and output belong to whoever called: a command may read a file from one and write JSON to the other.
  const result = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], env: process.env });
  if (result.status === 0) return;
  console.error(`Failed: ${command} ${args[0]}`);
  process.exit(result.status ?? 1);
}
