import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { get } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "#tests/support/site.ts";

// `npm run dev` gives away sources, to this machine alone, and nothing else of what lies in the tree.

const root = join(import.meta.dirname, "../..");
const link = "data-behind-a-link";
let folder: string;
let elsewhere: string;
let port: number;
let dev: ChildProcess;
let origin: string;

beforeAll(async () => {
  mkdirSync(join(root, "build"), { recursive: true });
  folder = mkdtempSync(join(root, "build/dev-"));
  elsewhere = mkdtempSync(join(tmpdir(), "zbornik-dev-"));
  symlinkSync(elsewhere, join(folder, link));
  port = await freePort();
  origin = `http://localhost:${port}`;
  const env = { ...process.env, PORT: String(port), PUBLIC_URL: origin, DATA_DIR: join(folder, link), DEMO: "0" };
  // As it is started by hand: the configuration leaves out the product where vitest reads it.
  dev = spawn(process.execPath, ["app/cli/dev.mjs"], { cwd: root, env: { ...env, VITEST: "" } });
  await new Promise<void>((resolve, reject) => {
    let said = "";
    const listen = (part: Buffer) => {
      said += part;
      if (said.includes('"ready"')) resolve();
    };
    dev.stdout?.on("data", listen);
    dev.stderr?.on("data", listen);
    dev.once("exit", () => reject(new Error(said)));
  });
}, 120_000);

afterAll(async () => {
  const ended = new Promise((resolve) => dev.once("exit", resolve));
  dev.kill();
  if (dev.exitCode === null) await ended;
  for (const made of [folder, elsewhere]) rmSync(made, { recursive: true, force: true });
});

it("serves a page with its styles and scripts", async () => {
  const page = await (await fetch(`${origin}/sign-in`)).text();
  expect(page).toContain('href="/app/styles/app.css"');
  // Who is not signed in gets no scripts; who is gets these.
  const sources = ["/app/styles/app.css", "/app/styles/app.css?direct", "/@vite/client", "/app/entry.client.tsx"];
  const statuses = sources.map(async (path) => [path, (await fetch(origin + path)).status]);
  expect(await Promise.all(statuses)).toEqual(sources.map((path) => [path, 200]));
});

it("gives nothing of the data folder, nor any other file beside the sources", async () => {
  const inTree = folder.slice(root.length);
  const names = ["secret", "zbornik.sqlite"];
  const kept = names.flatMap((name) => [
    `${inTree}/${link}/${name}`,
    `/@fs${folder}/${link}/${name}`,
    `/@fs${elsewhere}/${name}`,
    `/@id/${elsewhere}/${name}`,
  ]);
  const spelled = names.flatMap((name) => [
    `/${inTree}/${link}/${name}`,
    `/app/..${inTree}/${link}/${name}`,
    `/app/%2e%2e${inTree}/${link}/${name}`,
    `/app/..%2f${inTree.slice(1)}/${link}/${name}`,
    `/@fs${root}/app/..${inTree}/${link}/${name}`,
    `/@fs/${folder}/${link}/${name}`,
    `/@fs${folder}/${link}/${name.replace("e", "%65")}`,
    `/@id${elsewhere}/${name}`,
  ]);
  const others = ["package.json", ".git", ".gitignore", "tests/run.mjs", "build/.stamp"].flatMap((name) => [
    `/${name}`,
    `/@fs${root}/${name}`,
  ]);
  const queries = ["", "?raw", "?url", "?inline", "?import", "?import&raw", "?import&url", "?raw??", "?.svg?raw"];
  const asked = [
    ...kept.flatMap((path) => queries.map((query) => path + query)),
    ...[...spelled, ...others, "/@fs/etc/passwd", "/@id//etc/passwd"].flatMap((path) => [path, `${path}?raw`]),
  ];
  const answers = await Promise.all(asked.map(async (path) => ({ path, became: await becomes(path) })));
  expect(answers.filter(({ became }) => became === "given")).toEqual([]);
});

it("does not reach the tools of Vite, and lets no other origin read", async () => {
  for (const path of ["/__open-in-editor?file=app/root.tsx", "/__OPEN-in-editor?file=x", "/__open-in-editor/x", "/__x"])
    expect([path, await becomes(path)]).toEqual([path, "page of the product"]);
  const answer = await fetch(`${origin}/app/root.tsx`, { headers: { origin: "http://localhost:1" } });
  expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, null]);
});

it("listens on the loopback interface alone", async () => {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const outside = addresses.filter(({ internal, family }) => !internal && family === "IPv4");
  for (const { address } of [...outside, { address: "127.0.0.2" }])
    expect([address, await reaches(address)]).toEqual([address, false]);
  expect(await reaches("127.0.0.1")).toBe(true);
});

/** Whether somebody answers there. */
function reaches(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const done = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket
      .once("connect", () => done(true))
      .once("error", () => done(false))
      .once("timeout", () => done(false));
  });
}

/** What becomes of an address as it is spelled: `fetch` would resolve dots. */
function becomes(path: string): Promise<"refused" | "page of the product" | "given"> {
  return new Promise((resolve, reject) => {
    get({ host: "localhost", port, path, agent: false }, (answer) => {
      answer.resume();
      // Nobody is signed in.
      if (answer.headers.location?.startsWith("/sign-in?")) resolve("page of the product");
      else resolve((answer.statusCode ?? 0) >= 400 ? "refused" : "given");
    }).once("error", reject);
  });
}
