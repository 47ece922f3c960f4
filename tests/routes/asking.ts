import { Agent, request } from "node:http";
import type { Verdict } from "#tests/routes/answers.ts";
import type { Asker, Target } from "#tests/routes/target.ts";

/** Thousands of requests are sent: a name looked up and a connection opened for each took a tenth of their time. */
const agent = new Agent({ keepAlive: true });

/** A request as it goes over the wire; nothing is followed, and every header can be set. */
export interface Ask {
  method?: string;
  form?: Record<string, string | string[]>;
  body?: string;
  headers?: Record<string, string>;
  /** Sent in pieces without a length. */
  chunked?: true;
}

export interface Answer {
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
}

/**
 * Asks as somebody, from the product's own pages unless the headers say otherwise. A page that makes something leads to
 * an address of its own first: that is followed.
 */
export async function ask(target: Target, asker: Asker, path: string, what: Ask = {}): Promise<Answer> {
  const answer = await askOnce(target, asker, path, what);
  const to = String(answer.headers.location ?? "");
  return answer.status === 302 && /[?&]opened=/.test(to) ? askOnce(target, asker, to, what) : answer;
}

function askOnce(target: Target, asker: Asker, path: string, what: Ask): Promise<Answer> {
  const { method = what.form || what.body !== undefined ? "POST" : "GET" } = what;
  const url = new URL(target.site.origin);
  const body = what.form ? formBody(what.form) : what.body;
  const headers: Record<string, string> = { host: url.host, "accept-language": "en" };
  if (target.cookies[asker]) headers.cookie = target.cookies[asker];
  if (method !== "GET" && method !== "HEAD") headers.origin = url.origin;
  if (body !== undefined) headers["content-type"] = "application/x-www-form-urlencoded";
  if (body !== undefined && !what.chunked) headers["content-length"] = String(Buffer.byteLength(body));
  for (const [name, value] of Object.entries(what.headers ?? {})) {
    if (value === "") delete headers[name];
    else headers[name] = value;
  }
  // What may be refused before it was read leaves its connection in no state for another.
  const own = what.chunked || (body?.length ?? 0) > 65_536;
  const to = { host: "127.0.0.1", port: target.site.config.port, agent: own ? (false as const) : agent };
  return new Promise((resolve, reject) => {
    const sent = request({ ...to, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(parts).toString("utf8"),
          headers: answer.headers,
        }),
      );
    });
    sent.on("error", reject);
    if (body !== undefined && what.chunked)
      for (let at = 0; at < body.length; at += 65_536) sent.write(body.slice(at, at + 65_536));
    else if (body !== undefined) sent.write(body);
    sent.end();
  });
}

/** A form as a browser sends it; a list is a field that comes several times. */
export function formBody(form: Record<string, string | string[]>): string {
  const pairs = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return new URLSearchParams(pairs).toString();
}

/** What became of a request in one word: the sign-in page, or the status. */
export function verdict({ status, headers }: Answer): Verdict {
  const to = String(headers.location ?? "");
  if (status >= 300 && status < 400 && /^\/sign-in\?(redirectTo|kept)=/.test(to)) return "sign-in";
  return status;
}
