import { useNavigation } from "@remix-run/react";
import { useState } from "react";
import type { ShellData } from "#app/http/shell.server.ts";
import { Notice } from "#app/ui/base/Notice.tsx";

/**
 * What the page says of the deed that led to it. Once a form of the page is sent it is of no use any more: "Saved"
 * above a form that was refused would be taken for its answer.
 */
export function FlashNotice({ shell: { flash, formKey } }: { shell: ShellData }) {
  const { state } = useNavigation();
  const [sentFrom, setSentFrom] = useState<string | null>(null);
  if (state === "submitting" && sentFrom !== formKey) setSentFrom(formKey);
  return flash && sentFrom !== formKey ? <Notice key={formKey} tone="good" title={flash} isAnswer /> : null;
}
