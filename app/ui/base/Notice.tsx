import type { ReactNode } from "react";
import { classNames } from "#app/ui/base/class-names.ts";
import { Icon } from "#app/ui/icons/Icon.tsx";
import type { IconName } from "#app/ui/icons/icon-names.ts";

export type Tone = "info" | "good" | "warn" | "bad";

export interface NoticeProps {
  tone?: Tone;
  title: ReactNode;
  children?: ReactNode;
  id?: string;
  /** "status" where it answers something the viewer just did; "alert" where it cannot wait. */
  role?: "status" | "alert";
  className?: string;
}

const signs: Record<Tone, IconName> = { info: "info", good: "check", warn: "warn", bad: "stop" };

/** A message in the flow of the page: a coloured line, a sign, a short bold sentence and what to do. */
export function Notice({ tone = "info", title, children, id, role, className }: NoticeProps) {
  return (
    <div className={classNames("notice", tone !== "info" && `notice--${tone}`, className)} id={id} role={role}>
      <Icon name={signs[tone]} />
      <div>
        <b>{title}</b> {children}
      </div>
    </div>
  );
}
