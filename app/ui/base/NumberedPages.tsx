import type { ReactNode } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { Pagination } from "#app/ui/base/Pagination.tsx";

export interface NumberedPagesProps {
  label: string;
  where: ReactNode;
  page: number;
  pages: number;
  /** Address of a page, the first being 1. */
  at: (page: number) => string;
}

/** Back and forth through a list whose pages are numbered; nothing where it has one page. */
export function NumberedPages({ label, where, page, pages, at }: NumberedPagesProps) {
  const t = useText();
  if (pages <= 1) return null;
  return (
    <Pagination
      label={label}
      where={where}
      previous={{ text: t("common.previous"), href: page > 1 ? at(page - 1) : undefined }}
      next={{ text: t("common.next"), href: page < pages ? at(page + 1) : undefined }}
    />
  );
}
