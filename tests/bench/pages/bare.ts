import { createServer } from "node:http";
import { answerWith } from "#tests/bench/pages/served.ts";

/** The anchor: Node's own server, which answers every address with the same bytes and does nothing else. */
export function serveBytes(): void {
  const body = Buffer.from(process.env.BYTES ?? "", "base64");
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length };
  const server = createServer((_request, response) => {
    response.writeHead(200, headers);
    response.end(body);
  });
  answerWith(() => 0);
  server.listen(Number(process.env.PORT), () => process.send?.("ready"));
}
