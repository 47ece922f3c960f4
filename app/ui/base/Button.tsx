import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classNames } from "#app/ui/base/class-names.ts";
import { VisuallyHidden } from "#app/ui/base/VisuallyHidden.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";
import type { IconName } from "#app/ui/icons/icon-names.ts";

interface Look {
  /** One primary a view; quiet looks like a link. */
  variant?: "primary" | "plain" | "quiet";
  small?: boolean;
  icon?: IconName;
  /** Added for those who listen, where five buttons of a table read "Open": "RPP-2020-014". */
  about?: ReactNode;
  children: ReactNode;
}

export type ButtonProps = Look & Omit<ComponentPropsWithoutRef<"button">, "style">;
export type LinkButtonProps = Look & Omit<ComponentPropsWithoutRef<"a">, "style" | "href"> & { href: string };
export type IconButtonProps = Omit<ComponentPropsWithoutRef<"button">, "style" | "children"> & {
  icon: IconName;
  /** Says what it does and to what: "Move up: Welcome". Also the tooltip. */
  label: string;
};

/** A button that does something; `type` is submit unless told otherwise. */
export function Button({
  variant = "plain",
  small,
  icon,
  about,
  children,
  className,
  type = "submit",
  ...rest
}: ButtonProps) {
  return (
    <button className={look(variant, small, className)} type={type} {...rest}>
      <Inside icon={icon} about={about}>
        {children}
      </Inside>
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, it does nothing by itself. */
export function LinkButton({ variant = "plain", small, icon, about, children, className, ...rest }: LinkButtonProps) {
  return (
    <a className={look(variant, small, className)} {...rest}>
      <Inside icon={icon} about={about}>
        {children}
      </Inside>
    </a>
  );
}

/** A square button with a sign only, for rows of a list: move up, move down, remove. */
export function IconButton({ icon, label, className, type = "submit", ...rest }: IconButtonProps) {
  return (
    <button className={classNames("button button--small button--icon", className)} type={type} title={label} {...rest}>
      <Icon name={icon} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </button>
  );
}

function look(variant: "primary" | "plain" | "quiet", small?: boolean, className?: string) {
  return classNames("button", variant !== "plain" && `button--${variant}`, small && "button--small", className);
}

function Inside({ icon, about, children }: Pick<Look, "icon" | "about" | "children">) {
  return (
    <>
      {icon ? <Icon name={icon} /> : null}
      <span>
        {children}
        {about ? <VisuallyHidden> {about}</VisuallyHidden> : null}
      </span>
    </>
  );
}
