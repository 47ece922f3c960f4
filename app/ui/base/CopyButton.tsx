import { useEffect, useState } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";

/** Copies a text; there only where a script can do it: without one the text itself is selected by a click. */
export function CopyButton({ value, small, children }: { value: string; small?: boolean; children?: React.ReactNode }) {
  const t = useText();
  const [can, setCan] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setCan(true), []);
  if (!can) return null;
  return (
    <span className="cluster">
      <Button type="button" small={small} onClick={() => void copy(value).then(setCopied)}>
        {children ?? t("common.copy")}
      </Button>
      <span role="status">{copied ? t("common.copied") : ""}</span>
    </span>
  );
}

/** Browsers give pages without https no clipboard; the older way, by a selection, works there. */
async function copy(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = value;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
