import { expect, it } from "vitest";
import type { Asked } from "#app/server/chain.ts";
import { inTurns, TooBusy } from "#app/server/in-turns.server.ts";
import type { RenderAside } from "#app/server/page-renderer.server.ts";

/** Pages that stay unfinished until they are told, and who began one, in order. */
function pages() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const whoAsks = async (request: Asked) => request.headers.cookie ?? null;
  const render: RenderAside = async ({ headers }) => {
    begun.push(headers.cookie ?? "visitor");
    await new Promise<void>((resolve) => ends.push(resolve));
    return { status: 200, headers: new Headers(), body: Buffer.alloc(0), nonce: null };
  };
  const make = inTurns(render, whoAsks);
  /** One line of an office: all have the same address. */
  const ask = (cookie?: string, method = "GET") => {
    const asked = { method, headers: { cookie }, mark: { network: { keys: ["192.0.2.1"] } } };
    return make(asked as unknown as Asked, { signal: new AbortController().signal });
  };
  return { begun, ask, endAll: () => ends.splice(0).forEach((end) => void end()) };
}

/** Until everybody was called who may be, one after the other. */
const settled = async () => {
  for (let round = 0; round < 20; round++) await new Promise((resolve) => setImmediate(resolve));
};

it("makes few pages at once for one person, so that others on the same line need not wait behind them", async () => {
  const { begun, ask, endAll } = pages();
  const all = Array.from({ length: 20 }, () => ask("greedy"));
  await settled();
  expect(begun).toEqual(["greedy", "greedy", "greedy"]);
  all.push(ask("other"), ask());
  await settled();
  expect(begun.slice(3)).toEqual(["other", "visitor"]);
  for (let round = 0; round < 20; round++) {
    endAll();
    await settled();
  }
  expect((await Promise.all(all)).length).toBe(22);
});

it("has one person come again for whom many pages wait, and nobody else", async () => {
  const { begun, ask, endAll } = pages();
  const all = Array.from({ length: 3 }, () => ask("greedy"));
  await settled();
  all.push(...Array.from({ length: 40 }, () => ask("greedy")));
  await settled();
  await expect(ask("greedy")).rejects.toThrow(TooBusy);
  await expect(ask("greedy", "POST")).rejects.toThrow(TooBusy);
  all.push(ask("other"), ask());
  await settled();
  expect(begun.slice(3)).toEqual(["other", "visitor"]);
  for (let round = 0; round < 20; round++) {
    endAll();
    await settled();
  }
  expect((await Promise.all(all)).length).toBe(45);
});

it("leaves room for those who are signed in when very many wait who are not", async () => {
  const { begun, ask, endAll } = pages();
  const all = Array.from({ length: 16 }, () => ask());
  await settled();
  all.push(...Array.from({ length: 300 }, () => ask()));
  await settled();
  await expect(ask()).rejects.toThrow(TooBusy);
  all.push(ask("known"));
  endAll();
  await settled();
  expect(begun).toContain("known");
  for (let round = 0; round < 30; round++) {
    endAll();
    await settled();
  }
  expect((await Promise.all(all)).length).toBe(317);
});

it("hears others between the pages of whoever asks for many, though none of these waits for anything", async () => {
  const begun: string[] = [];
  const make = inTurns(
    async ({ headers }) => {
      begun.push(headers.cookie ?? "");
      return { status: 200, headers: new Headers(), body: Buffer.alloc(0), nonce: null };
    },
    async ({ headers }) => headers.cookie ?? null,
  );
  const ask = (cookie: string) => {
    const asked = { method: "GET", headers: { cookie }, mark: { network: { keys: ["192.0.2.1"] } } };
    return make(asked as unknown as Asked, { signal: new AbortController().signal });
  };
  const greedy = Array.from({ length: 20 }, () => ask("greedy"));
  await new Promise((resolve) => setImmediate(resolve));
  await ask("other");
  expect(begun.length).toBeLessThan(6);
  await Promise.all(greedy);
  expect(begun.length).toBe(21);
});

it("counts whoever is not known by their line", async () => {
  const { begun, ask, endAll } = pages();
  const all = Array.from({ length: 20 }, () => ask());
  await settled();
  expect(begun.length).toBe(16);
  endAll();
  await settled();
  endAll();
  await Promise.all(all);
});
