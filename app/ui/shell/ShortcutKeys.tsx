import { useEffect } from "react";

/**
 * `/` goes to search, only outside fields and only on top of the search form that is there anyway. Escape and a click
 * elsewhere close an open menu; without a script its own button does.
 */
export function ShortcutKeys() {
  useEffect(() => {
    const closeMenu = (event: Event) => {
      const menu = document.querySelector<HTMLDetailsElement>(".header details[open]");
      if (!menu || (event.type === "click" && menu.contains(event.target as Node))) return;
      menu.open = false;
      if (event.type === "keydown") menu.querySelector("summary")?.focus();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") closeMenu(event);
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as HTMLElement;
      if (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)) return;
      const field = document.querySelector<HTMLInputElement>("form[role=search] input[type=search]");
      if (!field) return;
      event.preventDefault();
      field.focus();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", closeMenu);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", closeMenu);
    };
  }, []);
  return null;
}
