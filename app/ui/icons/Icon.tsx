import { classNames } from "#app/ui/base/class-names.ts";
import type { IconName } from "#app/ui/icons/icon-names.ts";
// One cached file for all pages: an inline sprite would be sent again with every one of them.
import sprite from "#app/ui/icons/sprite.svg?url";

/**
 * A drawn sign in the colour of the text around it. Always decoration: the word stands beside it or in a
 * `.visually-hidden`.
 */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={classNames("i", className)} aria-hidden="true" focusable="false">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
