import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { composeMail } from "#app/domain/mail/compose.server.ts";
import { createTransport } from "#app/domain/mail/transport.server.ts";

interface Received {
  from: string;
  to: string[];
  raw: string;
}

const mail = composeMail({
  from: { name: "Zbornik", address: "sessions@zbornik.example.org" },
  to: { name: "Ana Primjer", address: "ana.primjer@example.org" },
  subject: "Poziv čćžšđ",
  text: "Tekst.\n.\nNastavak.\n",
  html: "<p>Tekst.</p>",
  messageId: "<k3y@zbornik.example.org>",
});

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function smtp(options: SMTPServerOptions = {}): Promise<{ port: number; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString(),
        });
        done(null, "queued as 42");
      });
    },
    ...options,
  });
  server.on("error", () => {});
  const port = await listen(server.server as Server);
  close = () => new Promise((resolve) => server.close(() => resolve()));
  return { port, received };
}

function rejecting(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

describe("with a server", () => {
  test("a mail arrives once, whole, at its one recipient", async () => {
    const { port, received } = await smtp();
    const transport = createTransport(`smtp://127.0.0.1:${port}`);
    expect(transport.kind).toBe("smtp");
    expect(await transport.send(mail)).toEqual({
      accepted: true,
      response: "250 queued as 42",
      permanent: false,
    });
    expect(received.map(({ from, to }) => ({ from, to }))).toEqual([
      { from: "sessions@zbornik.example.org", to: ["ana.primjer@example.org"] },
    ]);
    const parsed = await simpleParser(received[0]?.raw ?? "");
    expect(parsed.subject).toBe("Poziv čćžšđ");
    expect(parsed.text).toBe("Tekst.\n.\nNastavak.\n");
    expect(parsed.messageId).toBe("<k3y@zbornik.example.org>");
  });

  test("a refused recipient is final", async () => {
    const { port, received } = await smtp({ onRcptTo: (_to, _session, done) => done(rejecting(550, "No such user")) });
    expect(await createTransport(`smtp://127.0.0.1:${port}`).send(mail)).toEqual({
      accepted: false,
      response: "550 No such user",
      permanent: true,
      isUnknown: false,
    });
    expect(received).toEqual([]);
  });

  test("a full mailbox is not", async () => {
    const { port } = await smtp({ onRcptTo: (_to, _session, done) => done(rejecting(452, "Mailbox full")) });
    expect(await createTransport(`smtp://127.0.0.1:${port}`).send(mail)).toEqual({
      accepted: false,
      response: "452 Mailbox full",
      permanent: false,
      isUnknown: false,
    });
  });

  test("a refused sign-in is the configuration's fault and names no password", async () => {
    const { port } = await smtp({
      authOptional: false,
      authMethods: ["PLAIN"],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(rejecting(535, "Bad credentials")),
    });
    const delivery = await createTransport(`smtp://zbornik:s3cret@127.0.0.1:${port}`).send(mail);
    expect(delivery).toEqual({ accepted: false, response: "535 Bad credentials", permanent: false, isUnknown: false });
  });

  test("more than one recipient never reaches it", async () => {
    const { port, received } = await smtp();
    const transport = createTransport(`smtp://127.0.0.1:${port}`);
    const two = { ...mail, envelope: { from: "a@b.org", to: ["ana.primjer@example.org", "eva@example.org"] } };
    await expect(transport.send(two as unknown as typeof mail)).rejects.toThrow(
      new RangeError("A mail has one recipient"),
    );
    expect(received).toEqual([]);
  });
});

describe("without one", () => {
  test("nothing is sent", async () => {
    const transport = createTransport(null);
    expect(transport.kind).toBe("none");
    expect(await transport.send(mail)).toEqual({ accepted: false, response: "", permanent: false });
  });

  test("that listens, the answer says so and may be tried again", async () => {
    const server = createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const delivery = await createTransport(`smtp://127.0.0.1:${port}`).send(mail);
    expect(delivery).toEqual({
      accepted: false,
      response: `connect ECONNREFUSED 127.0.0.1:${port}`,
      permanent: false,
      isUnknown: false,
    });
  });

  test("that speaks, waiting ends", async () => {
    const server = createServer(() => {});
    const port = await listen(server);
    close = () => new Promise((resolve) => server.close(() => resolve()));
    const delivery = await createTransport(`smtp://127.0.0.1:${port}`, { greetingTimeout: 100 }).send(mail);
    expect(delivery).toEqual({
      accepted: false,
      response: "Greeting never received",
      permanent: false,
      isUnknown: true,
    });
  });
});

describe("addresses of servers", () => {
  test.each(["", "http://mail.example.org", "direct:", "mail.example.org", "smtp"])("%j is refused", (url) => {
    expect(() => createTransport(url)).toThrow(new RangeError("Mail goes out by smtp: or smtps:"));
  });
});
