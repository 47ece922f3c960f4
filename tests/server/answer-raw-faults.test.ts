import { connect } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { documentHeaders } from "#app/server/headers.ts";
import { type Site, serve } from "#tests/support/site.ts";
import { testStore } from "#tests/support/store.ts";

let site: Site;
beforeEach(async () => {
  site = await serve(testStore());
});
afterEach(() => site.close());

/** Sends bytes, and reads until the server has closed the connection or the head of an answer is there. */
function answerTo(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let read = "";
    const socket = connect(site.config.port, "localhost", () => void socket.write(bytes, "latin1"));
    socket.on("data", (part) => {
      read += part.toString("latin1");
      if (read.includes("\r\n\r\n")) socket.destroy();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(read));
  });
}

const LONG = "a".repeat(20_000);
const asked = (line: string, ...headers: string[]) => [line, ...headers, "", ""].join("\r\n");

it("gives every answer the security headers, also to what never becomes a request", async () => {
  const host = `Host: localhost:${site.config.port}`;
  const origin = `Origin: ${site.origin}`;
  const cases: [status: number, bytes: string][] = [
    [204, asked("OPTIONS /home HTTP/1.1", host)],
    [204, asked("OPTIONS * HTTP/1.1", host)],
    [405, asked("OPTIONS /api/v1/search HTTP/1.1", host)],
    [405, asked("TRACE / HTTP/1.1", host, origin)],
    [421, asked("GET /api/v1/search HTTP/1.1", "Host: evil.example")],
    [421, asked("GET / HTTP/1.1", "Host: evil.example")],
    [421, asked("GET / HTTP/1.1")],
    [404, asked("GET /api/v1/nowhere HTTP/1.1", host)],
    [200, asked("GET /healthz HTTP/1.1", host)],
    [302, asked("GET /home HTTP/1.1", host)],
    [302, asked(`GET /${LONG.slice(0, 9000)} HTTP/1.1`, host)],
    [400, asked("GET / HTTP/1.1", host, "no header")],
    [400, "\u0000\u0001\r\n\r\n"],
    [400, asked("POST / HTTP/1.1", host, "Content-Length: 3", "Transfer-Encoding: chunked")],
    [417, asked("POST /home HTTP/1.1", host, origin, "Expect: something", "Content-Length: 0")],
    [431, asked("GET / HTTP/1.1", host, `X-Long: ${LONG}`)],
    [413, `${asked("POST /home HTTP/1.1", host, origin, "Transfer-Encoding: chunked")}1;${LONG}\r\nx\r\n0\r\n\r\n`],
  ];
  const list = documentHeaders({ https: false, hstsSubdomains: false, fromSources: false })(null);
  const names = [...list.filter((_one, at) => at % 2 === 0).map((name) => name.toLowerCase()), "cache-control"];
  for (const [status, bytes] of cases) {
    const answer = (await answerTo(bytes)).toLowerCase();
    const line = bytes.slice(0, 60);
    expect([line, Number(answer.slice(9, 12))]).toEqual([line, status]);
    expect([line, names.filter((name) => !answer.includes(`\r\n${name}: `))]).toEqual([line, []]);
  }
});
