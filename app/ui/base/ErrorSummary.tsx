import type { ReactNode } from "react";

export interface SummaryError {
  href: string;
  text: ReactNode;
}

/**
 * All messages of a form, first on the page, each leading to its field. Renders nothing without errors.
 *
 * Without a script the browser focuses it (`autofocus`); where React puts it on the page later, the ref does. After a
 * second refused attempt give it another `key`, so that it is focused again.
 */
export function ErrorSummary({ title, errors, id = "errors" }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="errors" id={id} role="group" aria-labelledby={`${id}-h`} tabIndex={-1} autoFocus ref={focusWhenNew}>
      <div role="alert">
        <h2 id={`${id}-h`}>{title}</h2>
        <ul>
          {errors.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export interface ErrorSummaryProps {
  title: ReactNode;
  errors: readonly SummaryError[];
  id?: string;
}

/** What the server sent has the attribute and was focused long ago: by now the viewer may be typing elsewhere. */
function focusWhenNew(element: HTMLElement | null) {
  if (element && !element.hasAttribute("autofocus")) element.focus();
}
