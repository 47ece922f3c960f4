import type { ReactNode } from "react";
import { classNames } from "#app/ui/base/class-names.ts";
import type { Tone } from "#app/ui/base/Notice.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";
import type { IconName } from "#app/ui/icons/icon-names.ts";

export interface BadgeProps {
  icon?: IconName;
  tone?: Tone | "soft";
  children: ReactNode;
  className?: string;
}

/** A drawn sign and a word; never a pill, never a colour alone. */
export function Badge({ icon, tone, children, className }: BadgeProps) {
  return (
    <span className={classNames("badge", tone && (tone === "soft" ? "soft" : `is-${tone}`), className)}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </span>
  );
}
