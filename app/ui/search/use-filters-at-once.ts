import { useNavigation, useSubmit } from "@remix-run/react";
import { type ChangeEvent, type FocusEvent, type FormEvent, useEffect, useRef } from "react";
import { actionOf, filledFields } from "#app/ui/search/filled-fields.ts";

/** How long ticking must rest before the results follow it, in milliseconds. */
const REST_MILLISECONDS = 250;

/**
 * What makes a form of filters act at once where scripts run: a box or a list when it changes, a date when it is left,
 * since it is typed in parts. Whoever ticked stays where they were; the count of the results is a status and read out.
 */
export function useFiltersAtOnce() {
  const submit = useSubmit();
  const { state } = useNavigation();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const last = useRef<string | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // A box whose default has changed is a new one: the place in the form is that of the former.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (state !== "idle" || last.current === null || !isLost) return;
    document.getElementById(last.current)?.focus({ preventScroll: true });
  });
  const follow = (form: HTMLFormElement, id: string) => {
    last.current = id;
    clearTimeout(timer.current);
    const send = () => submit(filledFields(form), { ...actionOf(form), replace: true, preventScrollReset: true });
    timer.current = setTimeout(send, REST_MILLISECONDS);
  };
  return {
    onChange: ({ currentTarget, target }: ChangeEvent<HTMLFormElement>) => {
      if (target.type !== "date") follow(currentTarget, target.id);
    },
    onBlur: ({ currentTarget, target, relatedTarget }: FocusEvent<HTMLFormElement>) => {
      const isDate = target.type === "date" && target.value !== target.defaultValue;
      if (isDate) follow(currentTarget, relatedTarget?.id ?? target.id);
      else if (target.id === last.current && relatedTarget !== null) last.current = null;
    },
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      clearTimeout(timer.current);
      event.preventDefault();
      submit(filledFields(event.currentTarget), actionOf(event.currentTarget));
    },
  };
}
