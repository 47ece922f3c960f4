import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { oneAtATime } from "#app/server/one-at-a-time.ts";

let server: Server;
let socket: Socket;
afterEach(() => {
  socket?.destroy();
  server?.close();
  server?.closeAllConnections();
});

async function open(handle: (path: string, response: ServerResponse) => void): Promise<void> {
  server = createServer(oneAtATime((request, response) => handle(request.url ?? "", response)));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  socket = connect((server.address() as AddressInfo).port, "localhost");
  await new Promise<void>((resolve) => socket.once("connect", resolve));
}
const send = (...paths: string[]) =>
  socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join(""));

it("begins a request when the one before it has been answered", async () => {
  const begun: string[] = [];
  const answers: ServerResponse[] = [];
  await open((path, response) => {
    begun.push(path);
    answers.push(response);
  });
  let text = "";
  socket.on("data", (part) => {
    text += part;
  });
  send("/1", "/2", "/3");
  await sleep(50);
  expect(begun).toEqual(["/1"]);
  for (const [at, expected] of [
    ["/1", "/2"],
    ["/1", "/2", "/3"],
    ["/1", "/2", "/3"],
  ].entries()) {
    answers[at]?.end(`answer ${at}`);
    await sleep(50);
    expect(begun).toEqual(expected);
  }
  expect([...text.matchAll(/answer \d/g)].flat()).toEqual(["answer 0", "answer 1", "answer 2"]);
  send("/4");
  await sleep(50);
  expect(begun.at(-1)).toBe("/4");
});

it("makes nothing for who reads nothing, and closes a connection that asks for too much", async () => {
  let begun = 0;
  await open((_path, response) => {
    begun++;
    response.end(Buffer.alloc(8_000_000));
  });
  socket.pause();
  send(...Array.from({ length: 15 }, () => "/"));
  await sleep(200);
  expect(begun).toBe(1);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.on("error", () => undefined);
  send(...Array.from({ length: 30 }, () => "/"));
  await sleep(100);
  socket.resume();
  await closed;
  expect(begun).toBeLessThan(16);
});
