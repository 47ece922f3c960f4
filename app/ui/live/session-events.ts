import type { SavedText } from "#app/domain/live/find-live-news.server.ts";
import type { Wait } from "#app/domain/live/find-wait.server.ts";
import type { LiveCourse } from "#app/domain/live/live-course.ts";
import { paths } from "#app/paths.ts";

/** How it stands with what the server tells: not begun, told, lost for a while, too many listen, not any more. */
export type Connection = "none" | "live" | "lost" | "refused" | "gone";

/** What is done with what the server tells. */
export interface Hearing {
  connection(connection: Connection): void;
  /** The clock of the server, in milliseconds since 1970. */
  clock(now: number): void;
  state(state: { course: LiveCourse; wait: Wait | null }): void;
  people(present: string[]): void;
  minutes(text: SavedText): void;
  /** Something else of the page changed. */
  reload(): void;
}

/** After so many milliseconds it is tried again where the server would not tell. */
const AGAIN = 30_000;

/** Listens to a session. @returns what ends it */
export function hearSession(sessionId: string, since: string, hearing: Hearing): () => void {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = (from: string) => {
    source = new EventSource(paths.liveEvents(sessionId, { since: from }));
    const on = <T>(name: string, hear: (data: T) => void) =>
      source?.addEventListener(name, (event) => hear(JSON.parse((event as MessageEvent<string>).data) as T));
    source.addEventListener("open", () => hearing.connection("live"));
    source.addEventListener("error", () => {
      if (source?.readyState !== EventSource.CLOSED) return hearing.connection("lost");
      // The server answered, and with something else than events: the browser does not ask again by itself.
      hearing.connection("refused");
      again = setTimeout(() => {
        hearing.reload();
        open("");
      }, AGAIN);
    });
    on<{ now: number; course: LiveCourse; wait: Wait | null }>("state", ({ now, course, wait }) => {
      hearing.clock(now);
      hearing.state({ course, wait });
    });
    on<{ now: number }>("beat", ({ now }) => hearing.clock(now));
    on<{ present: string[] }>("people", ({ present }) => hearing.people(present));
    on<SavedText>("minutes", (text) => hearing.minutes(text));
    on("reload", () => hearing.reload());
    on("gone", () => {
      source?.close();
      hearing.connection("gone");
      hearing.reload();
    });
  };
  open(since);
  return () => {
    clearTimeout(again);
    source?.close();
  };
}
