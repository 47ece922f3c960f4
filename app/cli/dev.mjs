// `npm run dev`: serves from the sources. What pages are made of is exchanged under the running server, and the browser
// told of it; what goes on beside requests (store, mail worker, thread of the search) is closed and opened anew.
import { realpathSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bundling, install, requireNode, root, threads } from "./prepare.mjs";

/** What Vite is asked for: sources, packages, and modules that it makes itself. Its tools (`/__...`) are not. */
const sourcePaths = /^\/(app\/|node_modules\/|@)/;
const threadFolder = join(root, "build/development");
const opener = join(root, "app/server/installation.server.ts");

process.chdir(root);
const dataFolder = resolve(process.env.DATA_DIR || "data");
process.env.NODE_ENV = "development";
requireNode();
install();

const server = createServer((request, response) => answer(request, response));
const bundle = await bundleThreads();
const vite = await startVite();
const load = (file) => vite.ssrLoadModule(join(root, file));
const { enterInstallation, exitBecause } = await load("app/server/enter-installation.server.ts");
const { prepareInstallation } = await load("app/server/prepare-installation.server.ts");
const { createLog } = await load("app/server/log.server.ts");
const { listen, serve } = await load("app/server/main.server.ts");
const { hold, config, greeting } = await enter().catch(exitBecause);
const log = createLog(config.logLevel);
let running = open();
let app = null;
/** Requests that are being answered from the installation as it is. */
const underWay = new Set();
const close = async () => {
  await (await running).close();
  hold.release();
  await Promise.all([vite.close(), bundle.dispose()]);
};
await running;
// Sources are for whoever works on them: no other machine is answered.
await listen(server, config.port, "127.0.0.1").catch(exitBecause);
serve(server, { log, greeting, close });

async function enter() {
  const { settings, hold } = enterInstallation(process.env);
  return { hold, ...(await prepareInstallation(settings)) };
}

async function open() {
  const { openInstallation } = await load("app/server/installation.server.ts");
  const installation = await openInstallation(config, log, threadFolder);
  // Who saved a file wants to see the page, not that search is being loaded.
  for (let waits = 0; waits < 100 && (await installation.indexDigest()) === null; waits++) await sleep(50);
  return installation;
}

async function answer(request, response) {
  try {
    const installation = await running;
    const done = new Promise((resolve) => response.once("close", resolve)).then(() => underWay.delete(done));
    underWay.add(done);
    const { createApp } = await load("app/server/create-server.server.ts");
    if (app?.createApp !== createApp || app.installation !== installation) {
      const build = () => vite.ssrLoadModule("virtual:remix/server-build");
      const parts = { ...installation, build, clientDir: join(root, "public"), sources: serveSources };
      app = { createApp, installation, handle: createApp(parts) };
    }
    app.handle(request, response);
  } catch (error) {
    // The sources do not load as they are: say so here and there, and try again with the next request.
    vite.ssrFixStacktrace(error);
    console.error(error);
    response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end(String(error.stack));
  }
}

function serveSources(request, response, next) {
  if (sourcePaths.test(request.path)) vite.middlewares(request, response, next);
  else next();
}

async function startVite() {
  const { createServer: createVite } = await import("vite");
  return createVite({
    configFile: "remix.config.js",
    appType: "custom",
    plugins: [{ name: "follow", enforce: "pre", handleHotUpdate: ({ file }) => follow(file) }],
    server: {
      middlewareMode: true,
      hmr: { server },
      // Pages of other origins read nothing.
      cors: false,
      fs: {
        strict: true,
        // Not the whole tree, in which the data folder lies. Packages may be behind a link.
        allow: ["app", "node_modules", realpathSync("node_modules")],
        // Also where it was put among the sources. The others are the defaults of Vite, which a list replaces.
        deny: [...dataPatterns(), ".env*", "*.{crt,pem}", "**/.git/**"],
      },
      // The database changes all the time.
      watch: {
        ignored: [join(root, "build"), join(root, "tests"), dataFolder].map(under),
      },
    },
  });
}

/** The data folder and all in it, as patterns in which no character of its name is special. */
function dataPatterns() {
  const folder = dataFolder.replace(/[\\*?[\](){}!+@|^$]/g, "\\$&");
  return [folder, under(folder)];
}

function under(folder) {
  return `${folder}/**`;
}

/** Opens the installation anew where a changed file is part of what goes on beside requests. */
function follow(file) {
  // A page has the messages of its language from when it was loaded.
  if (file.startsWith(join(root, "content/messages/"))) vite.ws.send({ type: "full-reload" });
  if (!bundle.files.has(file) && !isPartOf(file, opener)) return;
  console.log("Opening the installation anew.");
  running = running
    .catch(() => null)
    .then(async (installation) => {
      await Promise.all(underWay);
      await installation?.close();
      await bundle.renew();
      return open();
    });
  // Whoever asks next is told why it failed.
  running.catch(() => undefined);
}

/** Whether a module is imported, at however many removes, by another. */
function isPartOf(file, whole) {
  const graph = vite.environments.ssr.moduleGraph;
  const seen = new Set();
  const waiting = [...(graph.getModulesByFile(file) ?? [])];
  for (const module of waiting) {
    if (module.file === whole) return true;
    if (seen.has(module)) continue;
    seen.add(module);
    waiting.push(...module.importers);
  }
  return false;
}

/** Bundles the threads, and tells which files they are made of. */
async function bundleThreads() {
  const esbuild = await import("esbuild");
  const options = { ...bundling, entryPoints: threads, outdir: threadFolder, metafile: true };
  const context = await esbuild.context(options);
  const bundle = { files: new Set(), renew, dispose: () => context.dispose() };
  async function renew() {
    const { metafile } = await context.rebuild();
    bundle.files = new Set(Object.keys(metafile.inputs).map((file) => join(root, file)));
  }
  await renew();
  return bundle;
}
