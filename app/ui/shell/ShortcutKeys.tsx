import { useEffect } from "react";

/** `/` goes to search. Only outside fields, and only on top of the search form that is there anyway. */
export function ShortcutKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as HTMLElement;
      if (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)) return;
      const field = document.querySelector<HTMLInputElement>("form[role=search] input[type=search]");
      if (!field) return;
      event.preventDefault();
      field.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return null;
}
