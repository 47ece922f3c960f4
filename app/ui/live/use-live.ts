import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { SavedText } from "#app/domain/live/find-live-news.server.ts";
import type { Wait } from "#app/domain/live/find-wait.server.ts";
import type { LiveCourse } from "#app/domain/live/live-course.ts";
import { type Connection, hearSession } from "#app/ui/live/session-events.ts";
import type { LiveView } from "#app/views/live/live-view.server.ts";

/** So long at most pages wait before they load anew what changed for all of them at once; in milliseconds. */
const SPREAD = 1200;

interface Heard {
  state: { course: LiveCourse; wait: Wait | null } | null;
  present: string[] | null;
  texts: Readonly<Record<string, SavedText>>;
}

/** A session as it stands now: as it was loaded, with what the server told since, by the clock of the server. */
export function useLive(loaded: LiveView): { live: LiveView; connection: Connection } {
  const { revalidate } = useRevalidator();
  const [connection, setConnection] = useState<Connection>("none");
  const [heard, setHeard] = useState<Heard>({ state: null, present: null, texts: {} });
  const [now, hearClock] = useServerClock(loaded.now);
  const since = useRef(loaded.version);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const end = hearSession(loaded.session.id, since.current, {
      connection: setConnection,
      clock: hearClock,
      state: (state) => setHeard((before) => ({ ...before, state })),
      people: (present) => setHeard((before) => ({ ...before, present })),
      minutes: (text) => setHeard((before) => ({ ...before, texts: { ...before.texts, [text.itemId]: text } })),
      reload: () => {
        waiting ??= setTimeout(() => {
          waiting = undefined;
          revalidate();
        }, Math.random() * SPREAD);
      },
    });
    return () => {
      clearTimeout(waiting);
      end();
    };
  }, [loaded.session.id, hearClock, revalidate]);
  return { live: { ...withHeard(loaded, heard), now }, connection };
}

function withHeard(loaded: LiveView, { state, present, texts }: Heard): LiveView {
  const isNewer = state !== null && state.course.version >= loaded.course.version;
  return {
    ...loaded,
    ...(isNewer ? state : {}),
    present: present ?? loaded.present,
    items: loaded.items.map((item) => {
      const text = texts[item.id];
      if (!text || text.revision <= item.revision) return item;
      return { ...item, body: text.body, bodyHtml: text.bodyHtml, revision: text.revision, written: text.by };
    }),
  };
}

/** The clock of the server, each second; the browser's own may be wrong. @param loaded milliseconds since 1970 */
function useServerClock(loaded: number): [now: number, hear: (now: number) => void] {
  const [now, setNow] = useState(loaded);
  const ahead = useRef<number | null>(null);
  const hear = useRef((server: number) => {
    const difference = server - Date.now();
    // What was long on its way tells too early a time: the latest is the best.
    ahead.current = Math.max(ahead.current ?? difference, difference);
    setNow(Date.now() + ahead.current);
  });
  useEffect(() => {
    hear.current(loaded);
    const timer = setInterval(() => setNow(Date.now() + (ahead.current ?? 0)), 1000);
    return () => clearInterval(timer);
  }, [loaded]);
  return [now, hear.current];
}
