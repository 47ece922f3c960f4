import { type RefObject, useEffect, useState } from "react";
import { type Kind, kinds } from "#app/domain/codes.ts";

/**
 * The kind that is chosen in a form right now, so that what is about to be posted can be named. Null until scripts
 * run: without them nothing would correct a name when another kind is chosen.
 * @param inside something in the form
 */
export function useChosenKind(inside: RefObject<HTMLElement | null>): Kind | null {
  const [chosen, setChosen] = useState<Kind | null>(null);
  useEffect(() => {
    const form = inside.current?.closest("form");
    const read = () => {
      const value = form && new FormData(form).get("kind");
      setChosen(kinds.find((kind) => kind === value) ?? null);
    };
    read();
    // "input" also tells of what was typed before and is put back.
    form?.addEventListener("input", read);
    return () => form?.removeEventListener("input", read);
  }, [inside]);
  return chosen;
}
