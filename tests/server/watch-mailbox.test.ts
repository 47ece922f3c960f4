import { afterAll, beforeAll, expect, it } from "vitest";
import { checkMailbox } from "#app/cli/check-mailbox.server.ts";
import { openMailbox, readMailboxUrl, TAKEN_FOLDER } from "#app/domain/replies/mailbox.server.ts";
import { receiveMail } from "#app/domain/replies/receive-mail.server.ts";
import { watchMailbox } from "#app/server/watch-mailbox.server.ts";
import { gmail, headersOf } from "#tests/domain/replies/corpus/clients.ts";
import { plainMail, text } from "#tests/domain/replies/corpus/mime.ts";
import { type Dovecot, hasDovecot, startDovecot } from "#tests/domain/replies/dovecot.ts";
import { answerOfBa, later, replyWorld } from "#tests/domain/replies/reply-world.ts";

let server: Dovecot | null = null;
beforeAll(async () => {
  if (hasDovecot) server = await startDovecot();
});
afterAll(() => server?.stop());

/** Asks again until it is so; a mail server answers when it likes. */
async function soon<T>(ask: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
  const until = Date.now() + 20_000;
  for (;;) {
    const found = await ask();
    if (isSo(found) || Date.now() > until) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function watching(store: Parameters<typeof watchMailbox>[0]["store"], url: string) {
  const said: string[] = [];
  const note = (what: object) => said.push(JSON.stringify(what));
  const log = { info: note, warn: note } as unknown as Parameters<typeof watchMailbox>[0]["log"];
  return { said, ...watchMailbox({ store, log, imapUrl: url }, { waits: [200], now: () => later }) };
}

it.skipIf(!hasDovecot)(
  "takes in what comes, puts it away when it is written down, and goes on after the server was away",
  async () => {
    const dovecot = server!;
    const w = await replyWorld();
    const watch = watching(w.store, dovecot.url);
    try {
      await dovecot.deliver(gmail(w.written));
      await soon(
        () => dovecot.folder(TAKEN_FOLDER),
        ({ length }) => length === 1,
      );
      expect(await answerOfBa(w)).toMatchObject({ answer: "accepted", way: "mail" });
      expect([await dovecot.folder("INBOX"), await dovecot.folder(TAKEN_FOLDER)]).toEqual([
        [],
        [{ subject: "Accepted: Bilateral session", seen: true }],
      ]);
      await dovecot.halt();
      await dovecot.start();
      const large = Buffer.concat([
        plainMail(headersOf(w.written, "Pictures"), text("")),
        Buffer.alloc(6_000_000, "x\r\n"),
      ]);
      await dovecot.deliver(large);
      await dovecot.deliver(gmail({ ...w.written, partstat: "DECLINED", stamp: "20261001T100501Z" }));
      await soon(
        () => dovecot.folder(TAKEN_FOLDER),
        ({ length }) => length === 3,
      );
      expect(await answerOfBa(w)).toMatchObject({ answer: "declined" });
      const read = watch.said.filter((line) => line.includes("result"));
      expect(read).toEqual([
        '{"result":"applied","reason":"answered"}',
        '{"result":"dropped","reason":"too-large"}',
        '{"result":"applied","reason":"answered"}',
      ]);
      expect([watch.said.some((line) => line.includes("secret")), watch.problem()]).toEqual([false, null]);
    } finally {
      await watch.stop();
    }
  },
  60_000,
);

it.skipIf(!hasDovecot)(
  "takes a mail in once, though its process died before putting it away",
  async () => {
    const dovecot = server!;
    const w = await replyWorld();
    const mail = gmail({ ...w.written, stamp: "20261001T100500Z" });
    await dovecot.deliver(mail);
    const opened = await openMailbox(readMailboxUrl(dovecot.url)!);
    const died = opened.takeAll(async (raw) => {
      await receiveMail(w.store, raw, later);
      throw new Error("killed");
    });
    await expect(died).rejects.toThrow("killed");
    await opened.close();
    expect((await dovecot.folder("INBOX")).map(({ seen }) => seen)).toEqual([false]);
    const watch = watching(w.store, dovecot.url);
    await soon(
      () => dovecot.folder("INBOX"),
      ({ length }) => length === 0,
    );
    await watch.stop();
    expect(watch.said.filter((line) => line.includes("result"))).toEqual(['{"result":"dropped","reason":"repeated"}']);
    expect((await w.store.read.selectFrom("session_answer").select("id").execute()).length).toBe(1);
  },
  60_000,
);

it.skipIf(!hasDovecot)(
  "is told by doctor whether the mailbox can be opened",
  async () => {
    const dovecot = server!;
    expect(await checkMailbox({ imapUrl: dovecot.url })).toEqual([{ what: "mailbox of answers", fault: null }]);
    const [wrong] = await checkMailbox({ imapUrl: dovecot.url.replace("secret", "wrong") });
    expect([wrong?.what, wrong?.fault === null, wrong?.fault?.includes("wrong")]).toEqual([
      "mailbox of answers",
      false,
      false,
    ]);
  },
  60_000,
);

it("says why a mailbox cannot be opened, and reads no other address", async () => {
  expect(await checkMailbox({ imapUrl: null })).toEqual([]);
  const [finding] = await checkMailbox({ imapUrl: "imap://answers:secret@127.0.0.1:1/INBOX" });
  expect([finding?.what, finding?.fault === null, finding?.fault?.includes("secret")]).toEqual([
    "mailbox of answers",
    false,
    false,
  ]);
  expect(readMailboxUrl("imaps://ana%40example.org:p%3Aw@mail.example.org/Answers%2FNew")).toEqual({
    ...{ host: "mail.example.org", port: 993, secure: true, user: "ana@example.org", password: "p:w" },
    folder: "Answers/New",
  });
  const none = ["imap://mail.example.org", "https://a:b@mail.example.org", "imap://a@mail.example.org", "imap://a:%@h"];
  expect(none.map(readMailboxUrl)).toEqual([null, null, null, null]);
});
