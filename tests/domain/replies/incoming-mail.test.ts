import fc from "fast-check";
import { expect, it } from "vitest";
import { readMail } from "#app/domain/replies/incoming-mail.server.ts";
import { receiveMail } from "#app/domain/replies/receive-mail.server.ts";
import { replyReasons } from "#app/domain/replies/reply-reasons.ts";
import { readWinmail } from "#app/domain/replies/winmail.ts";
import { answered } from "#tests/domain/replies/corpus/answered.ts";
import { dialects } from "#tests/domain/replies/corpus/dialects.ts";
import { oddities } from "#tests/domain/replies/corpus/oddities.ts";
import { others } from "#tests/domain/replies/corpus/others.ts";
import { winmail } from "#tests/domain/replies/corpus/winmail.ts";
import { later, replyWorld } from "#tests/domain/replies/reply-world.ts";

const written = { uid: "0123456789abcdef@zbornik.example", address: "ana@example.org" };
const small = Object.values({ ...answered, ...dialects, ...oddities, ...others })
  .map(([mail]) => mail(written))
  .filter(({ length }) => length < 20_000);

/** Something that a mail of the corpus becomes on its way: octets that change, go, come twice, or end. */
const damaged = fc
  .record({
    mail: fc.constantFrom(...small),
    cuts: fc.array(fc.record({ at: fc.nat(20_000), length: fc.nat(40), bytes: fc.uint8Array({ maxLength: 20 }) }), {
      maxLength: 6,
    }),
    end: fc.option(fc.nat(20_000)),
  })
  .map(({ mail, cuts, end }) => {
    let bytes = Buffer.from(mail);
    for (const { at, length, bytes: put } of cuts) {
      const from = at % (bytes.length + 1);
      bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + length)]);
    }
    return end === null ? bytes : bytes.subarray(0, end);
  });

it("comes to a result whatever the mail, and writes nothing but that", async () => {
  const w = await replyWorld();
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 6, arbitrary: damaged }, fc.uint8Array({ maxLength: 500 })), async (bytes) => {
      const got = await receiveMail(w.store, Buffer.from(bytes), later);
      if (got === null) return;
      expect(replyReasons[got.result]).toContain(got.reason);
    }),
    { numRuns: 150 },
  );
  expect(await w.store.read.selectFrom("session_answer").selectAll().execute()).toEqual([]);
}, 60_000);

it("reads Outlook's own format within its bounds", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.uint8Array({ maxLength: 30 }), (at, put) => {
      const whole = winmail("IPM.Schedule.Meeting.Resp.Pos", written.uid);
      const from = at % whole.length;
      const read = readWinmail(Buffer.concat([whole.subarray(0, from), put, whole.subarray(from + 4)]));
      expect(read === null || read.answer === "accepted" || read.answer === "declined").toBe(true);
    }),
    { numRuns: 500 },
  );
  const long = winmail("IPM.Schedule.Meeting.Resp.Pos", written.uid);
  long.writeUInt32LE(0xffffffff, 6 + 5);
  expect(readWinmail(long)).toBe(null);
});

it("reads one sender, what it replies to, and no more than the headers of a mail that is too large", async () => {
  const head = "From: Ana <Ana@Example.org>\r\nIn-Reply-To: <one@host>\r\nReferences: <zero@host> <one@host>\r\n";
  const mail = await readMail(Buffer.concat([Buffer.from(`${head}\r\nHi`), Buffer.alloc(6_000_000, "x")]));
  if (mail === "not-a-message" || !("why" in mail)) throw new Error("It was read");
  expect([mail.why, mail.head?.from, mail.head?.repliesTo]).toEqual([
    "too-large",
    "ana@example.org",
    ["one@host", "zero@host"],
  ]);
});
