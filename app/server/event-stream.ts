import type { ServerResponse } from "node:http";
import { endWithServer } from "#app/server/end-gently.ts";

/** Who has not read so many bytes is not told any more: it comes again and hears how things stand. */
const MOST_UNREAD = 256 * 1024;

/** After so many milliseconds a browser that lost its stream comes again. */
const COME_AGAIN = 3000;

/** An answer of server-sent events (WHATWG HTML, 9.2), which no proxy holds back, stores or packs. */
export class EventStream {
  constructor(private readonly response: ServerResponse) {}

  /** @param headers names and values in turn */
  begin(headers: readonly string[]): void {
    this.response.writeHead(200, [
      ...headers,
      ...["Content-Type", "text/event-stream; charset=utf-8", "Cache-Control", "private, no-store, no-transform"],
      ...["X-Accel-Buffering", "no"],
    ]);
    this.response.write(`retry: ${COME_AGAIN}\n\n`);
    endWithServer(this.response);
  }

  /** @param id what the browser says it has, when it comes again */
  send(event: string, data: unknown, id?: string): void {
    const { response } = this;
    if (response.writableEnded || response.destroyed) return;
    response.write(`${id ? `id: ${id}\n` : ""}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    if (response.writableLength > MOST_UNREAD) response.destroy();
  }

  /** The last word. */
  end(event: string): void {
    this.send(event, {});
    if (!this.response.destroyed) this.response.end();
  }
}
