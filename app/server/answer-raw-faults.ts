import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { DocumentHeaders } from "#app/server/headers.ts";

/** What is wrong with what came, by the code of the error; anything else is no HTTP. */
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Answers what never becomes a request as Node itself would, with the headers of every other answer: what cannot be
 * read, comes too slowly, has too many headers, or expects what nobody knows.
 * @param headers what to send beside the status; undefined while the installation is not there yet
 */
export function answerRawFaults(server: Server, headers: () => DocumentHeaders | undefined): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.prependListener("request", (request, response) => void answers.set(request.socket, response));
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    const answer = answers.get(socket);
    const isMidway = answer?.headersSent && !answer.writableFinished;
    if (socket.writable && error.code !== "ECONNRESET" && !isMidway) {
      socket.write(rawAnswer(STATUS_OF[error.code ?? ""] ?? 400, headers()));
    }
    socket.destroy(error);
  });
  server.on("checkExpectation", (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(417, [...listOf(headers()), "Content-Length", "0"]);
    response.end();
  });
}

function rawAnswer(status: number, headers: DocumentHeaders | undefined): string {
  const list = [...listOf(headers), "Connection", "close", "Content-Length", "0"];
  const lines = list.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${list[at + 1]}`] : []));
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, "", ""].join("\r\n");
}

function listOf(headers: DocumentHeaders | undefined): string[] {
  return [...(headers?.(null) ?? []), "Cache-Control", "private, no-store"];
}
