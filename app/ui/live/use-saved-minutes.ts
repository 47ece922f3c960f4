import { type RefObject, useEffect, useRef, useState } from "react";
import { paths } from "#app/paths.ts";
import { CopyKeeper } from "#app/ui/forms/copy-keeper.ts";
import { MinutesSaver, type Saving, type Stored } from "#app/ui/live/minutes-saver.ts";
import type { LiveItemView, LiveView } from "#app/views/live/live-view.server.ts";

interface Written {
  live: LiveView;
  item: LiveItemView;
  copyKey: string;
  owner: string | null;
}

/** Saves the text of a form while it is typed; until the server has it the browser keeps a copy. */
export function useSavedMinutes(form: RefObject<HTMLFormElement | null>, { live, item, copyKey, owner }: Written) {
  const [saving, setSaving] = useState<Saving | null>(null);
  const [back, setBack] = useState<number | null>(null);
  const [isKept, setKept] = useState(false);
  const saver = useRef<MinutesSaver | null>(null);
  const loaded = useRef<Stored>({ body: item.body ?? "", revision: item.revision });
  const to = paths.liveText(live.session.id, item.id);
  const address = paths.live(live.session.id, { item: item.id });
  useEffect(() => {
    const element = form.current;
    const area = element?.querySelector("textarea");
    if (!element || !area) return;
    let isOver = false;
    // What the text was begun from is kept with it: so it can be brought together with what came since.
    note(element, loaded.current);
    let copied: number | null = null;
    const copy = new CopyKeeper(element, (found) => (copied = found.at), false);
    const begin = () => {
      if (isOver) return;
      const base = copied === null ? loaded.current : noted(element);
      const told = (now: Saving) => {
        setSaving(now);
        if (now.state === "saved") {
          copy.drop();
          setBack(null);
        }
      };
      const keeper = new MinutesSaver(area, to, owner, base, told, (stored) => note(element, stored));
      saver.current = keeper;
      setBack(copied);
      setKept(true);
      keeper.hear(loaded.current);
    };
    void copy.begin(copyKey, address).finally(begin);
    return () => {
      isOver = true;
      saver.current?.end();
      saver.current = null;
      copy.end();
    };
  }, [form, to, address, copyKey, owner]);
  const { body, revision } = item;
  useEffect(() => {
    loaded.current = { body: body ?? "", revision };
    saver.current?.hear({ body: body ?? "", revision });
  }, [body, revision]);
  return {
    ...{ saving, back, isKept },
    choose: (which: "both" | "mine" | "theirs") => saver.current?.choose(which),
    save: () => saver.current?.saveNow(),
  };
}

function note(form: HTMLFormElement, { body, revision }: Stored): void {
  const values: Record<string, string> = { base: body, revision: String(revision), from: String(revision) };
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
}

function noted(form: HTMLFormElement): Stored {
  const data = new FormData(form);
  return { body: String(data.get("base") ?? "").replace(/\r\n?/g, "\n"), revision: Number(data.get("revision") ?? 0) };
}
