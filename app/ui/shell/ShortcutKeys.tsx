import { useEffect } from "react";
import { isTyping } from "#app/ui/shell/typing.ts";

const OPEN_MENU = ".header details[open], .nav details[open]";

/**
 * `/` goes to search, only outside fields and only on top of the search form that is there anyway. Escape, a click
 * elsewhere and tabbing on close an open menu; without a script its own button does.
 */
export function ShortcutKeys() {
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const closeMenu = (isInside: (menu: HTMLDetailsElement) => boolean) => {
      const menu = document.querySelector<HTMLDetailsElement>(OPEN_MENU);
      if (!menu || isInside(menu)) return;
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") closeMenu(() => false);
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const field = document.querySelector<HTMLInputElement>("form[role=search] input[type=search]");
      if (!field) return;
      event.preventDefault();
      field.focus();
    };
    const onElsewhere = ({ target }: Event) => closeMenu((menu) => menu.contains(target as Node));
    document.addEventListener("keydown", onKey, { signal });
    document.addEventListener("click", onElsewhere, { signal });
    document.addEventListener("focusin", onElsewhere, { signal });
    return () => ended.abort();
  }, []);
  return null;
}
