import { type ReactNode, useEffect, useRef } from "react";
import { announce } from "#app/ui/base/announce.ts";
import { classNames } from "#app/ui/base/class-names.ts";
import { Icon } from "#app/ui/icons/Icon.tsx";
import type { IconName } from "#app/ui/icons/icon-names.ts";

export type Tone = "info" | "good" | "warn" | "bad";

export interface NoticeProps {
  tone?: Tone;
  title: ReactNode;
  children?: ReactNode;
  id?: string;
  /** It comes while one reads the page and cannot wait. */
  role?: "alert";
  /** It answers something the viewer just did, and is read out. */
  isAnswer?: boolean;
  className?: string;
}

const signs: Record<Tone, IconName> = { info: "info", good: "check", warn: "warn", bad: "stop" };

/**
 * A message in the flow of the page: a coloured line, a sign, a short bold sentence and what to do. It is no live
 * region itself: one that comes with its text is not read out.
 */
export function Notice({ tone = "info", title, children, id, role, isAnswer = false, className }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAnswer) announce(box.current?.textContent ?? "");
  }, [isAnswer]);
  return (
    <div
      className={classNames("notice", tone !== "info" && `notice--${tone}`, className)}
      id={id}
      role={role}
      ref={box}
    >
      <Icon name={signs[tone]} />
      <div>
        <b>{title}</b> {children}
      </div>
    </div>
  );
}
