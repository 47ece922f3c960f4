import { type IncomingHttpHeaders, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { paths } from "#app/paths.ts";
import type { Asker, Target } from "#tests/routes/target.ts";

/** An event as it came over the wire. */
export interface Heard {
  event: string;
  id: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server sends is compared
  data: any;
}

/** Somebody who listens, until it is closed from either side. */
export interface Ear {
  status: number;
  headers: IncomingHttpHeaders;
  heard: Heard[];
  /** Waits for an event that was not waited for yet. */
  next: (event: string) => Promise<Heard>;
  isEnded: () => boolean;
  ended: () => Promise<void>;
  close: () => void;
}

/** Listens to a session as a browser does. */
export function hear(
  target: Pick<Target, "site" | "cookies">,
  asker: Asker,
  sessionId: string,
  more: { since?: string; headers?: Record<string, string> } = {},
): Promise<Ear> {
  const url = new URL(target.site.origin);
  const headers = { host: url.host, accept: "text/event-stream", cookie: target.cookies[asker], ...more.headers };
  const path = paths.liveEvents(sessionId, { since: more.since });
  return new Promise((resolve, reject) => {
    const sent = request({ host: "localhost", port: url.port, path, headers, agent: false }, (answer) => {
      const heard: Heard[] = [];
      let text = "";
      let isEnded = false;
      let read = 0;
      answer.on("data", (part: Buffer) => {
        text += part.toString("utf8");
        const parts = text.split("\n\n");
        text = parts.pop() ?? "";
        heard.push(...parts.flatMap(eventOf));
      });
      const end = () => {
        isEnded = true;
      };
      answer.on("end", end).on("close", end).on("error", end);
      const until = async (is: () => boolean) => {
        for (let tries = 0; !is(); tries++) {
          if (tries > 400) throw new Error(`heard only ${JSON.stringify(heard)}`);
          await sleep(20);
        }
      };
      resolve({
        ...{ status: answer.statusCode ?? 0, headers: answer.headers, heard },
        next: async (event) => {
          const find = () => heard.findIndex((one, at) => at >= read && one.event === event);
          await until(() => find() !== -1);
          read = find() + 1;
          return heard[read - 1] as Heard;
        },
        isEnded: () => isEnded,
        ended: () => until(() => isEnded),
        close: () => sent.destroy(),
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

function eventOf(block: string): Heard[] {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? null;
  const event = field("event");
  return event === null ? [] : [{ event, id: field("id"), data: JSON.parse(field("data") ?? "null") }];
}
