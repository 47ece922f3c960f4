import { useEffect, useState } from "react";
import type { LiveItemView, LiveView } from "#app/views/live/live-view.server.ts";

/**
 * Whose minutes are open to be written: the item that is spoken about, until somebody chooses another one. Who is
 * writing is not taken away from it.
 * @param asked by the address of the page
 */
export function useWrittenItem(live: LiveView, asked: string | null) {
  const { items, course } = live;
  const [open, setOpen] = useState(asked ?? course.itemId ?? items[0]?.id ?? null);
  useEffect(() => {
    const isWriting = document.activeElement?.closest("#writing") !== null && document.activeElement !== document.body;
    if (course.itemId !== null && asked === null && !isWriting) setOpen(course.itemId);
  }, [course.itemId, asked]);
  const choose = (itemId: string) => {
    setOpen(itemId);
    requestAnimationFrame(() => {
      const area = document.querySelector<HTMLTextAreaElement>("#writing textarea");
      area?.focus();
      area?.closest("section")?.scrollIntoView({ block: "start" });
    });
  };
  const shown: LiveItemView | undefined = items.find(({ id }) => id === open) ?? items[0];
  const isElsewhere = course.phase === "running" && shown !== undefined && course.itemId !== shown.id;
  const current = isElsewhere ? items.find(({ id }) => id === course.itemId) : undefined;
  return { shown, choose, follow: current ? { title: current.title, go: () => choose(current.id) } : null };
}
