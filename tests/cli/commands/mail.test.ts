import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { mail } from "#app/cli/commands/mail.server.ts";
import { gmail } from "#tests/domain/replies/corpus/clients.ts";
import { replyWorld } from "#tests/domain/replies/reply-world.ts";

async function receive(words: Buffer | Iterable<Buffer>, args = ["receive"]) {
  const w = await replyWorld();
  const said: string[] = [];
  const out = { line: (text: string) => said.push(text), error: (text: string) => said.push(`! ${text}`) };
  const input = Readable.from(Buffer.isBuffer(words) ? [words] : words);
  const code = await mail(w.store, args, out, input);
  return { w, code, said };
}

it("prints what came of a mail as one line of JSON", async () => {
  const stranger = gmail({ uid: "0123456789abcdef@zbornik.example", address: "ana@example.org" });
  const { code, said } = await receive(stranger);
  expect([code, said]).toEqual([
    0,
    ['{"result":"dropped","reason":"unknown-session","session":null,"person":null,"answer":null}'],
  ]);
});

it("says of what is no mail that it is none, and how it is used", async () => {
  expect(await receive(Buffer.from("Hello"))).toMatchObject({ code: 2, said: ["! This is no mail."] });
  expect(await receive(Buffer.from(""), [])).toMatchObject({ code: 2 });
  expect(await receive(Buffer.from(""), ["receive", "more"])).toMatchObject({ code: 2 });
});

it("reads a mail of a hundred megabytes to its end, and keeps no more of it than it looks into", async () => {
  let given = 0;
  const chunk = Buffer.alloc(1_000_000, "word\r\n");
  function* large() {
    yield Buffer.from("From: Ana <ana@example.org>\r\nSubject: Pictures\r\n\r\n");
    for (; given < 100; given++) yield chunk;
  }
  const { code, said } = await receive(large());
  expect([code, given, said]).toEqual([
    0,
    100,
    ['{"result":"dropped","reason":"too-large","session":null,"person":null,"answer":null}'],
  ]);
});
