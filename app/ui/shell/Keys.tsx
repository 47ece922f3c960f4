import { useEffect, useRef } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import { isTyping } from "#app/ui/shell/typing.ts";

/** The keys that do something everywhere; the help lists the same under `#keys`. */
const KEYS = [
  ["/", "keys.search"],
  ["?", "keys.show"],
  ["Tab", "keys.next"],
  ["Shift+Tab", "keys.previous"],
  ["Enter", "keys.press"],
  ["Escape", "keys.close"],
] as const;

/** `?` outside fields lists the keys. The browser keeps the focus inside, closes on Escape and gives the focus back. */
export function Keys() {
  const t = useText();
  const { locale } = useShell();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (!dialog.current || dialog.current.open) return;
      event.preventDefault();
      dialog.current.showModal();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <dialog className="dialog" aria-labelledby="keys-h" ref={dialog}>
      <h2 id="keys-h">{t("shell.keys")}</h2>
      <table className="keys">
        <tbody>
          {KEYS.map(([key, does]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{t(`shell.${does}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <form method="dialog" className="cluster">
        <Button>{t("shell.keysClose")}</Button>
        <a href={`${paths.publicPage(locale, "help")}#keys`}>{t("shell.keysHelp")}</a>
      </form>
    </dialog>
  );
}
