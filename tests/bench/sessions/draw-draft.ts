import { paths } from "#app/paths.ts";
import type { Installation } from "#app/server/installation.server.ts";
import { writeTransaction } from "#db/store.ts";
import { type Answer, ask } from "#tests/bench/pages/ask.ts";
import { serveBare } from "#tests/bench/sessions/bare-server.ts";
import type { LargeRounds } from "#tests/bench/sessions/large-rounds.ts";
import { heading, line, median, milliseconds } from "#tests/bench/sessions/table.ts";
import { aSignIn } from "#tests/support/factories/people.ts";

/** Requests before it counts: code that has run often is compiled by then. */
const WARM = 30;

/** Asks for the page of the draft, compressed as browsers do, beside a bare server that answers with the same bytes. */
export async function drawDraft(
  { store, config }: Installation,
  { planned, people }: LargeRounds,
  draftId: string,
  runs: number,
): Promise<void> {
  const token = await writeTransaction(store, (db) => aSignIn(db, { account_id: people.organiser }));
  const cookie = `zbornik=${token}`;
  const path = paths.planDraft(planned, draftId);
  const once = (port: number, encoding?: string) => ask(port, path, { cookie, encoding });
  const plain = await once(config.port);
  if (plain.status !== 200) throw new Error(`The draft answers ${plain.status}`);
  const packed = await once(config.port, "br");
  const bare = await serveBare(config.port + 1, packed.body);
  heading("drawing the draft", "ms", "ratio", "HTML kB", "sent kB");
  const theirs = await timed(() => once(config.port + 1), runs);
  const ours = await timed(() => once(config.port, "br"), runs);
  bare.stop();
  line("node:http, same bytes", theirs.toFixed(2), "", "", kB(packed.body.length));
  line("Zbornik", ours.toFixed(2), (ours / theirs).toFixed(0), kB(plain.body.length), kB(packed.body.length));
}

async function timed(request: () => Promise<Answer>, runs: number): Promise<number> {
  for (let at = 0; at < WARM; at++) await request();
  const took: number[] = [];
  for (let at = 0; at < runs; at++) took.push((await milliseconds(request))[1]);
  return median(took);
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
