import type { ReactNode } from "react";

/** Nothing here yet: what would be here, and how it gets here. */
export function Empty({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <b>{title}</b>
      {children ? <div>{children}</div> : null}
      {action ? <div className="cluster mt-2">{action}</div> : null}
    </div>
  );
}
