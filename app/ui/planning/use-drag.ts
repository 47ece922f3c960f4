import { useFetcher, useSubmit } from "@remix-run/react";
import { type PointerEvent as ReactPointerEvent, type RefObject, useRef, useState } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { announce } from "#app/ui/base/announce.ts";
import { scrollAtEdge } from "#app/ui/planning/scroll-at-edge.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { DraftView } from "#app/views/planning/draft-view.server.ts";
import type { PlacementView } from "#app/views/planning/placement-view.server.ts";

/** A session of a draft that is dragged over the timetable. */
export interface Drag {
  /** Of its pairing. */
  id: string;
  name: string;
  /** When it could begin, and who cannot then, day by day; null until that is known. */
  days: PlacementView["days"] | null;
  /** Length of a slot. */
  slotMinutes: number;
  /** Key of the slot under the pointer. */
  over: string | null;
}

export interface Dragging {
  drag: Drag | null;
  /** To be called where a pointer goes down on a session. */
  grab: (event: ReactPointerEvent, session: { id: string; name: string }) => void;
  /** What follows the pointer. */
  ghost: RefObject<HTMLDivElement>;
}

/** So far a pointer moves, in pixels, before it drags: less is a click. */
const THRESHOLD = 6;
/** How far from the pointer stands what follows it. */
const AWAY = 14;

/** What a slot is called in the page while something is dragged. */
export const SLOT_ATTRIBUTE = "data-slot";

/**
 * Lets a pointer move the sessions of a draft; whatever it does, the form of the session does too. While it drags, the
 * page of that form says who cannot when. A finger takes the grip of a session, so that it can still scroll.
 */
export function useDrag({ round, id: draftId, revision }: Pick<DraftView, "round" | "id" | "revision">): Dragging {
  const t = useText();
  const [held, setHeld] = useState<{ id: string; name: string } | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const form = useFetcher<{ placement: PlacementView }>();
  const submit = useSubmit();
  const { formKey, owner } = useShell();
  const ghost = useRef<HTMLDivElement>(null);
  const moves = useRef(0);

  const drop = (pairingId: string, slot: string) => {
    // The focus follows to where the session is then, if it is nowhere.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const key = `${formKey}-drag-${++moves.current}`;
    const fields = { _key: key, ...(owner ? { _owner: owner } : {}), intent: "move", slot, revision: String(revision) };
    submit(fields, { method: "post", action: paths.planPlacement(round.id, draftId, pairingId) });
  };

  const grab: Dragging["grab"] = (event, session) => {
    const isGrip = event.target instanceof Element && event.target.closest(".grip") !== null;
    if (event.button !== 0 || (event.pointerType !== "mouse" && !isGrip)) return;
    const { pointerId, clientX, clientY } = event;
    const scrolling = scrollAtEdge();
    let isDragging = false;
    let slot: string | null = null;
    const stop = new AbortController();
    const { signal } = stop;

    const end = () => {
      stop.abort();
      scrolling.stop();
      document.documentElement.classList.remove("dragging");
      setHeld(null);
      setOver(null);
    };
    const move = (moved: PointerEvent) => {
      if (moved.pointerId !== pointerId) return;
      if (!isDragging) {
        if (Math.hypot(moved.clientX - clientX, moved.clientY - clientY) < THRESHOLD) return;
        isDragging = true;
        document.documentElement.classList.add("dragging");
        form.load(paths.planPlacement(round.id, draftId, session.id));
        setHeld(session);
        announce(t("plan.dragBegun", { name: session.name }));
      }
      moved.preventDefault();
      scrolling.at(moved.clientY);
      if (ghost.current) follow(ghost.current, moved);
      const below = document.elementFromPoint(moved.clientX, moved.clientY)?.closest(`[${SLOT_ATTRIBUTE}]`);
      slot = below?.getAttribute(SLOT_ATTRIBUTE) ?? null;
      setOver(slot);
    };
    const release = (released: PointerEvent) => {
      if (released.pointerId !== pointerId) return;
      end();
      if (!isDragging) return;
      noClick();
      if (slot !== null) drop(session.id, slot);
      else announce(t("plan.dragLeft", { name: session.name }));
    };
    const cancel = () => {
      end();
      if (isDragging) announce(t("plan.dragLeft", { name: session.name }));
    };
    window.addEventListener("pointermove", move, { signal, passive: false });
    window.addEventListener("pointerup", release, { signal });
    window.addEventListener("pointercancel", cancel, { signal });
    window.addEventListener("blur", cancel, { signal });
    window.addEventListener("keydown", ({ key }) => key === "Escape" && cancel(), { signal });
  };

  const known = form.state === "idle" ? form.data?.placement : undefined;
  const days = known?.id === held?.id ? (known?.days ?? null) : null;
  return { drag: held && { ...held, days, over, slotMinutes: known?.slotMinutes ?? 0 }, grab, ghost };
}

/** Puts what follows the pointer beside it, on the side where there is room. */
function follow(ghost: HTMLElement, { clientX, clientY }: PointerEvent): void {
  const isLeft = clientX > window.innerWidth / 2;
  const x = isLeft ? Math.max(0, clientX - ghost.offsetWidth - AWAY) : clientX + AWAY;
  ghost.style.translate = `${x}px ${clientY + AWAY}px`;
}

/** The click that follows where a drag ends is none. */
function noClick(): void {
  const stop = new AbortController();
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true, signal: stop.signal });
  window.setTimeout(() => stop.abort(), 0);
}
