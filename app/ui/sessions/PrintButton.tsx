import { useEffect, useState } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";

/** Prints the page. Without scripts there is no such button, and the browser's menu prints. */
export function PrintButton() {
  const t = useText();
  const [scripts, setScripts] = useState(false);
  useEffect(() => setScripts(true), []);
  if (!scripts) return null;
  return (
    <Button type="button" icon="print" onClick={() => window.print()}>
      {t("common.print")}
    </Button>
  );
}
