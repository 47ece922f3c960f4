import { Agent, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";

export interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  body: Buffer;
  /** Bytes of the body and of its headers, as they came. */
  bytes: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Asks once, over a connection that stays open. What is sent makes it a form. */
export function ask(
  port: number,
  path: string,
  options: { cookie?: string; encoding?: string; form?: Record<string, string>; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const body = options.form && new URLSearchParams(options.form).toString();
  const origin = `http://localhost:${port}`;
  const headers = {
    ...(options.cookie ? { cookie: options.cookie } : {}),
    ...(options.encoding ? { "accept-encoding": options.encoding } : {}),
    ...(body ? { origin, "content-type": "application/x-www-form-urlencoded" } : {}),
    ...options.headers,
  };
  return new Promise((resolve, reject) => {
    const sent = request({ host: "localhost", port, path, agent, headers, method: body ? "POST" : "GET" }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const whole = Buffer.concat(parts);
        const head = answer.rawHeaders.reduce((sum, one) => sum + one.length + 2, 15);
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: whole,
          bytes: head + whole.length,
        });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/**
 * Asks for one page over and over on some connections for a while; the next request follows its answer.
 * @returns how many were answered
 */
export async function load(
  port: number,
  path: string,
  { connections, milliseconds, headers = "" }: { connections: number; milliseconds: number; headers?: string },
): Promise<number> {
  const question = `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: br\r\n${headers}\r\n`;
  const until = performance.now() + milliseconds;
  let answered = 0;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, "localhost");
      let wanted = 0;
      let got = 0;
      socket.setNoDelay(true);
      socket.on("error", reject);
      socket.on("close", () => resolve());
      socket.on("data", (chunk: Buffer) => {
        if (wanted === 0) wanted = lengthOf(chunk);
        got += chunk.length;
        if (got < wanted) return;
        answered++;
        got = 0;
        wanted = 0;
        if (performance.now() < until) socket.write(question);
        else socket.destroy();
      });
      socket.write(question);
    });
  await Promise.all(Array.from({ length: connections }, one));
  return answered;
}

/** Length of a whole answer, from its first part, which holds its headers. */
function lengthOf(chunk: Buffer): number {
  const end = chunk.indexOf("\r\n\r\n");
  const head = chunk.toString("latin1", 0, end);
  if (/^HTTP\/1\.1 304/.test(head)) return end + 4;
  const [, length] = /content-length: (\d+)/i.exec(head) ?? [];
  if (!/^HTTP\/1\.1 200/.test(head) || !length) throw new Error(`Not an answer to be counted: ${head}`);
  return end + 4 + Number(length);
}
