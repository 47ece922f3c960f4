import type { ReactNode } from "react";
import { TYPED_FORM, useHasTypedForm } from "#app/ui/forms/use-typed.ts";

/** The choices of a menu in the head of every page: a form of their own, unless the form of the page goes with them. */
export function ChoiceForm(props: { action: string; back: string; children: ReactNode }) {
  const { action, back, children } = props;
  if (useHasTypedForm()) return children;
  return (
    <form method="post" action={action}>
      <input type="hidden" name="back" value={back} />
      {children}
    </form>
  );
}

interface ChoiceButtonProps {
  name: string;
  value: string;
  /** Address that makes the choice and keeps the form of the page. */
  to: (value: string) => string;
  isCurrent: boolean;
  lang?: string;
  children: ReactNode;
}

/** One of the choices. Where people type into a form of the page, it takes that form along, and nothing is lost. */
export function ChoiceButton({ name, value, to, isCurrent, lang, children }: ChoiceButtonProps) {
  const how = useHasTypedForm() ? { form: TYPED_FORM, formAction: to(value) } : { name, value };
  return (
    <button type="submit" lang={lang} aria-current={isCurrent ? "true" : undefined} {...how}>
      {children}
    </button>
  );
}

/**
 * What Enter in a field presses: the first button of a form, and those of the menus stand before the form. It says
 * nothing of its own, as if there were no button.
 */
export function EnterButton() {
  if (!useHasTypedForm()) return null;
  return <button type="submit" form={TYPED_FORM} className="visually-hidden" tabIndex={-1} aria-hidden="true" />;
}
