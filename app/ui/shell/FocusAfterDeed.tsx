import { useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ShellData } from "#app/http/shell.server.ts";

/**
 * Puts the focus on the heading of the page, or on what its address points at, when the button that was pressed is
 * gone with its page. Who uses the keyboard or a screen reader would begin at the top of the document otherwise. What
 * a page focuses itself, such as its errors, stays.
 */
export function FocusAfterDeed({ shell }: { shell: ShellData }) {
  const { state, formMethod } = useNavigation();
  // The browser sent the form as a whole document where the page begins with something to say.
  const isDone = useRef(shell.flash !== null);
  useEffect(() => {
    if (state !== "idle" && formMethod === "POST") isDone.current = true;
    if (state !== "idle" || !isDone.current) return;
    isDone.current = false;
    const frame = requestAnimationFrame(focusWhereItGoesOn);
    return () => cancelAnimationFrame(frame);
  }, [state, formMethod]);
  return null;
}

function focusWhereItGoesOn(): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const pointedAt = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const place = pointedAt ?? document.querySelector<HTMLElement>("main h1");
  if (!place) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
