import { useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { eraseCopies } from "#app/ui/forms/form-copies.ts";

/** The form on its way, and the button that sent it. */
interface Sending {
  form: HTMLFormElement;
  button: HTMLElement | null;
}

let sending: Sending | null = null;

/**
 * Shows on every button that posts a form that it is on its way, and sends no form twice meanwhile: for forms that the
 * script sends, and for those that the browser sends as whole documents.
 */
export function SendingButtons() {
  const t = useText();
  const { state } = useNavigation();
  const [isSending, setSending] = useState(false);
  const words = t("common.sending");
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const stop = () => {
      end();
      setSending(false);
    };
    // Before anybody else hears of it.
    const holdBack = (event: SubmitEvent) => {
      if (sending?.form !== event.target) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const begin = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      if (form.method !== "post") return;
      // Others may sit down at this computer next.
      if (new URL(form.action).pathname === paths.signOut()) eraseCopies();
      end();
      sending = { form, button: event.submitter };
      sending.button?.setAttribute("aria-busy", "true");
      sending.button?.setAttribute("aria-disabled", "true");
      sending.button?.setAttribute("data-sending", words);
      setSending(true);
    };
    window.addEventListener("submit", holdBack, { signal, capture: true });
    window.addEventListener("submit", begin, { signal });
    // Back on a page that the browser kept as it was.
    window.addEventListener("pageshow", stop, { signal });
    return () => ended.abort();
  }, [words]);
  useEffect(() => {
    if (state !== "idle") return;
    end();
    setSending(false);
  }, [state]);
  return (
    <p className="visually-hidden" role="status">
      {isSending ? words : null}
    </p>
  );
}

function end(): void {
  for (const name of ["aria-busy", "aria-disabled", "data-sending"]) sending?.button?.removeAttribute(name);
  sending = null;
}
