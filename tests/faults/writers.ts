import { setTimeout as sleep } from "node:timers/promises";
import { databaseOf, openStore } from "#db/engine.ts";
import { writeTransaction } from "#db/store.ts";
import { aSignIn } from "#tests/support/factories/people.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

/** Something that somebody posts, named so that it can be sent again. */
interface Post {
  title: string;
  key: string;
  cookie: string;
}

/** People who save one thing after the other over HTTP, and remember what they were told. */
export class Writers {
  /** What the server said is saved. */
  readonly acknowledged: Post[] = [];
  /** What was sent when the connection broke: it may be saved or not. */
  unsure: Post[] = [];
  private writing: Promise<unknown> | null = null;
  private isStopped = false;
  private count = 0;

  /** @param cookies one for each of them */
  constructor(
    private readonly cookies: readonly string[],
    private readonly origin: string,
  ) {}

  start(): void {
    this.isStopped = false;
    this.writing = Promise.all(this.cookies.map((cookie) => this.write(cookie)));
  }

  /** Ends when what was sent was answered, or the connection broke. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.writing;
  }

  /** Sends once more, as it was, whatever nobody knows of. */
  async sendAgain(): Promise<void> {
    const posts = this.unsure.splice(0);
    for (const post of posts) await this.post(post);
  }

  private async write(cookie: string): Promise<void> {
    while (!this.isStopped) {
      const name = `post${++this.count}`;
      if (!(await this.post({ title: `Title of ${name}`, key: `key-of-${name}-xxxx`, cookie }))) return;
      // Somebody who never pauses is told to wait.
      await sleep(350);
    }
  }

  /** @returns false where no answer came */
  private async post(post: Post): Promise<boolean> {
    const form = { kind: "need", title: post.title, summary: "One sentence.", language: "en", intent: "submit" };
    const answer = await fetch(`${this.origin}/contributions/new`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: post.cookie, origin: this.origin },
      body: new URLSearchParams({ ...form, _key: post.key }),
    }).catch(() => null);
    if (answer?.status === 303) this.acknowledged.push(post);
    else if (answer === null) this.unsure.push(post);
    else throw new Error(`${post.title}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    return answer !== null;
  }
}

/** An installation in which several people are signed in. @returns its folder, and their cookies */
export async function installationOfWriters(): Promise<{ folder: string; cookies: string[] }> {
  const store = testStore();
  const { people } = await world(store);
  const ids = [people.participantAl, people.participantBa, people.speakerAl, people.speakerBa];
  const cookies = await writeTransaction(store, async (db) => {
    const made: string[] = [];
    for (const account_id of ids) made.push(`zbornik=${await aSignIn(db, { account_id })}`);
    return made;
  });
  // A connection that stays open would spare whoever comes after a kill most of the work.
  await store.close();
  return { folder: store.folder, cookies };
}

/** How often each of these titles is stored. */
export async function timesStored(folder: string): Promise<Map<string, number>> {
  const store = openStore(databaseOf(folder));
  const rows = await store.read.selectFrom("contribution_version").select("title").execute();
  await store.close();
  const times = new Map<string, number>();
  for (const { title } of rows) times.set(title, (times.get(title) ?? 0) + 1);
  return times;
}
