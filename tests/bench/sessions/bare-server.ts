import { once } from "node:events";
import { createServer, type Server } from "node:http";

/** Starts a server on a port, and waits until it answers. */
export async function listen(server: Server, port: number): Promise<void> {
  server.listen(port);
  await once(server, "listening");
}

/** Node's own server on a port, which answers everything with the same bytes and does nothing else. */
export async function serveBare(port: number, body: Buffer): Promise<{ stop: () => void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length });
    response.end(body);
  });
  await listen(server, port);
  return {
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
