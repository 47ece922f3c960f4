import type { ReactNode } from "react";

export interface PageHeaderProps {
  title: ReactNode;
  /** Above the title: a date, or `<FactLine over>` with kind and number. */
  over?: ReactNode;
  standfirst?: ReactNode;
  /** One or more `<FactLine>`. */
  meta?: ReactNode;
  /** Buttons: beside the title, on phones below everything; not printed. */
  actions?: ReactNode;
  /** Language of title and standfirst, when it is not the language of the page. */
  lang?: string;
}

/** The head of a page, with its only h1. */
export function PageHeader({ title, over, standfirst, meta, actions, lang }: PageHeaderProps) {
  return (
    <div className="page-header">
      <div className="page-header-text">
        {over ? <div className="over">{over}</div> : null}
        <h1 lang={lang}>{title}</h1>
        {standfirst ? (
          <p className="standfirst" lang={lang}>
            {standfirst}
          </p>
        ) : null}
        {meta}
      </div>
      {actions ? <div className="page-header-actions">{actions}</div> : null}
    </div>
  );
}
