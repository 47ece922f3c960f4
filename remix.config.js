// This is the Vite configuration of the product: `remix vite:build --config remix.config.js`, and vitest reads it too.
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

const serverOnly = ["better-sqlite3", "@node-rs/argon2"];

/** What nearly every page loads, in few files: each one costs more than most of these modules weigh. */
function sharedChunk(id) {
  if (/\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream)\//.test(id)) {
    return "vendor";
  }
  // What is loaded only when somebody pastes stays by itself.
  if (/\/(markdown-from-html|clipboard-\w+|word-paste|element-moves)\.ts$/.test(id)) return;
  if (/\/app\/(ui\/(base|forms|icons|shell)|i18n|paths)\b/.test(id) && !id.includes("?")) return "shared";
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: process.env.VITEST
    ? []
    : [
        remix({
          ssr: true,
          serverModuleFormat: "esm",
          buildDirectory: "build",
          serverBuildFile: "index.js",
          future: {
            v3_fetcherPersist: true,
            v3_lazyRouteDiscovery: false,
            v3_relativeSplatPath: true,
            v3_routeConfig: true,
            v3_singleFetch: true,
            v3_throwAbortReason: true,
          },
        }),
      ],
  resolve: { dedupe: ["react", "react-dom"] },
  optimizeDeps: {
    entries: ["app/root.tsx", "app/entry.client.tsx", "app/routes/**/*.tsx"],
    exclude: serverOnly,
  },
  ssr: { external: serverOnly },
  build: {
    // Resource routes leave nothing for the browser: that is as it should be.
    rollupOptions: {
      onwarn: (warning, warn) => warning.code === "EMPTY_BUNDLE" || warn(warning),
      output: isSsrBuild ? {} : { manualChunks: sharedChunk },
    },
    target: "es2022",
    assetsInlineLimit: 0,
    sourcemap: false,
    emptyOutDir: true,
    minify: !isSsrBuild,
  },
  test: {
    dir: "tests",
    include: ["**/*.test.{ts,tsx}"],
    // The journeys need a browser and a built product: `tests/run.mjs` runs them by themselves.
    exclude: process.env.JOURNEYS ? [] : ["**/journeys/**"],
    environment: "node",
    setupFiles: ["tests/support/quiet-console.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What a page does by itself comes late where the machine is busy.
    expect: { poll: { timeout: 10_000 } },
    pool: "forks",
    // Importing the product once a process, not once a file, takes a quarter of the time.
    isolate: false,
    maxWorkers: 2,
  },
}));
