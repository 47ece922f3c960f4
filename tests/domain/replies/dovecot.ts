import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { join } from "node:path";
import { ImapFlow } from "imapflow";

/** Whether a real mail server is installed that can be asked. */
export const hasDovecot = existsSync("/usr/sbin/dovecot");

/** A mail server of somebody without rights, with one mailbox. */
export interface Dovecot {
  url: string;
  /** Puts a mail into the inbox, as a mail server that delivers it. */
  deliver: (mail: Buffer) => Promise<void>;
  /** What lies in a folder: subject and whether it was seen. */
  folder: (name: string) => Promise<{ subject: string; seen: boolean }[]>;
  /** Ends it, and begins it again with the same mailbox. */
  halt: () => Promise<void>;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Who runs it where the tests are run by root, to whom it gives no mail. */
const NOBODY = 65_534;

/** Starts it on a free port in a folder of its own. */
export async function startDovecot(): Promise<Dovecot> {
  // Not where the other tests have their folders: the addresses of its sockets may be no longer than 108 letters.
  const folder = mkdtempSync("/tmp/zbornik-dovecot-");
  const isRoot = process.getuid?.() === 0;
  const [uid, gid] = isRoot ? [NOBODY, NOBODY] : [process.getuid?.() ?? NOBODY, process.getgid?.() ?? NOBODY];
  const port = await freePort();
  for (const name of ["run", "mail"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "dovecot.conf"), configuration(folder, { port, uid, gid }));
  if (isRoot) for (const name of ["", "run", "mail", "dovecot.conf"]) chownSync(join(folder, name), uid, gid);
  let server: ChildProcess | null = null;
  const start = async () => {
    server = spawn("/usr/sbin/dovecot", ["-F", "-c", join(folder, "dovecot.conf")], {
      stdio: "ignore",
      detached: true,
      ...(isRoot && { uid, gid }),
    });
    await untilOpen(port);
  };
  const halt = async () => {
    const ended = new Promise((resolve) => server?.once("exit", resolve));
    // Asked to end, it waits a minute for its own processes.
    if (server?.pid) process.kill(-server.pid, "SIGKILL");
    await ended;
  };
  await start();
  const ask = async <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const auth = { user: "answers", pass: "secret" };
    const client = new ImapFlow({ host: "127.0.0.1", port, secure: false, auth, logger: false });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  };
  return {
    url: `imap://answers:secret@127.0.0.1:${port}/INBOX`,
    deliver: async (mail) => {
      await ask((client) => client.append("INBOX", mail));
    },
    folder: (name) =>
      ask(async (client) => {
        const list = await client.list();
        if (!list.some(({ path }) => path === name)) return [];
        await client.mailboxOpen(name, { readOnly: true });
        const found = [];
        for await (const { envelope, flags } of client.fetch("1:*", { envelope: true, flags: true })) {
          found.push({ subject: envelope?.subject ?? "", seen: flags?.has("\\Seen") ?? false });
        }
        return found;
      }).catch(() => []),
    stop: async () => {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
    start,
    halt,
  };
}

function configuration(folder: string, { port, uid, gid }: { port: number; uid: number; gid: number }): string {
  const called = (file: string, id: number) =>
    readFileSync(file, "utf8")
      .split("\n")
      .map((line) => line.split(":"))
      .find(([, , number]) => number === String(id))?.[0];
  const [user, group] = [called("/etc/passwd", uid), called("/etc/group", gid)];
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
mail_location = maildir:${folder}/mail
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}
}
`;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function untilOpen(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
      socket.once("connect", () => socket.end());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("Dovecot does not answer");
}
