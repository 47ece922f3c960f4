import { Form, useSubmit } from "@remix-run/react";
import { type FormEvent, useEffect, useRef } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Icon } from "#app/ui/icons/Icon.tsx";
import { actionOf, filledFields } from "#app/ui/search/filled-fields.ts";

/** How long typing must rest before the results follow it, in milliseconds. */
const REST_MILLISECONDS = 100;

/** The box of the search page. A plain GET form; where scripts run, the results follow what is typed. */
export function SearchBox({ query, kept }: { query: string; kept: readonly (readonly [string, string])[] }) {
  const t = useText();
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const follow = (event: FormEvent<HTMLInputElement>) => {
    const { form } = event.currentTarget;
    clearTimeout(timer.current);
    // A half-composed letter of an input method is nothing to search for.
    if (!form || (event.nativeEvent as InputEvent).isComposing) return;
    const send = () => submit(filledFields(form), { ...actionOf(form), replace: true, preventScrollReset: true });
    timer.current = setTimeout(send, REST_MILLISECONDS);
  };
  const sendNow = (event: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current);
    event.preventDefault();
    submit(filledFields(event.currentTarget), actionOf(event.currentTarget));
  };
  return (
    <Form action={paths.search()} className="find find--big" role="search" onSubmit={sendNow}>
      <label className="visually-hidden" htmlFor="f-q">
        {t("search.label")}
      </label>
      <input
        id="f-q"
        name="q"
        type="search"
        defaultValue={query}
        placeholder={t("search.placeholder")}
        autoComplete="off"
        maxLength={1000}
        onInput={follow}
      />
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" aria-label={t("search.button")}>
        <Icon name="search" />
      </button>
    </Form>
  );
}
