import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { endGently, endWithServer, followAnswers } from "#app/server/end-gently.ts";

let server: Server;
afterEach(() => server?.closeAllConnections());

const QUESTION = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

async function serving(milliseconds: number): Promise<number> {
  server = createServer(async (_request, response) => {
    await sleep(milliseconds);
    response.end("answer");
  });
  followAnswers(server);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return (server.address() as AddressInfo).port;
}

/** A connection that asks on and on until it is closed. */
function client(port: number, isBusy = true) {
  const socket = connect(port, "localhost");
  let asked = 0;
  let text = "";
  let isReset = false;
  const ask = () => {
    asked++;
    socket.write(QUESTION);
  };
  socket.on("connect", ask);
  socket.on("data", (part) => {
    text += part;
    if (isBusy && !/connection: close/i.test(String(part))) ask();
  });
  socket.on("error", () => {
    isReset = true;
  });
  const ended = new Promise<void>((resolve) => socket.on("close", () => resolve()));
  return {
    ended,
    facts: () => ({ isReset, unanswered: asked - [...text.matchAll(/answer/g)].length, text }),
    ask,
  };
}

it("answers everything that was asked, tells who asks on to stop, and ends soon", async () => {
  const port = await serving(20);
  const clients = Array.from({ length: 30 }, () => client(port));
  await sleep(150);
  const started = performance.now();
  await endGently(server, { grace: 200, most: 4000 });
  await Promise.all(clients.map(({ ended }) => ended));
  for (const one of clients) {
    const { isReset, unanswered, text } = one.facts();
    expect([isReset, unanswered, /connection: close/i.test(text)]).toEqual([false, 0, true]);
  }
  expect(performance.now() - started).toBeLessThan(2000);
});

it("answers who asks within the grace over a connection that was silent, and closes those that stay so", async () => {
  const port = await serving(5);
  const late = client(port, false);
  const silent = client(port, false);
  await sleep(100);
  const end = endGently(server, { grace: 300, most: 4000 });
  await sleep(100);
  late.ask();
  await end;
  await Promise.all([late.ended, silent.ended]);
  expect([late.facts().unanswered, silent.facts().unanswered]).toEqual([0, 0]);
  expect([late.facts().isReset, late.facts().text.match(/connection: close/gi)?.length]).toEqual([false, 1]);
});

it("waits for nobody longer than said", async () => {
  const port = await serving(60_000);
  const slow = client(port);
  await sleep(50);
  const started = performance.now();
  await endGently(server, { grace: 50, most: 300 });
  await slow.ended;
  expect(performance.now() - started).toBeLessThan(2000);
});

it("ends at once what goes on and on, and what would begin to while it ends", async () => {
  server = createServer(async (request, response) => {
    if (request.url === "/late") await sleep(100);
    response.write("event");
    endWithServer(response);
  });
  followAnswers(server);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const streams = ["/", "/late"].map((path) => {
    const socket = connect(port, "localhost");
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    socket.resume();
    return new Promise<void>((resolve) => socket.on("close", () => resolve()));
  });
  await sleep(50);
  const started = performance.now();
  await endGently(server, { grace: 200, most: 8000 });
  await Promise.all(streams);
  expect(performance.now() - started).toBeLessThan(4000);
});
