import type { ReactNode } from "react";

export type HeadProps = {
  title: ReactNode;
  /** Above the title: a date, or `<Meta over>` with kind and number. */
  over?: ReactNode;
  standfirst?: ReactNode;
  /** One or more `<Meta>`. */
  meta?: ReactNode;
  /** Buttons beside the title; not printed. */
  actions?: ReactNode;
  /** Language of title and standfirst, when it is not the language of the page. */
  lang?: string;
};

/** The head of a page, with its only h1. */
export function Head({ title, over, standfirst, meta, actions, lang }: HeadProps) {
  const heading = <h1 lang={lang}>{title}</h1>;
  return (
    <div className="head">
      {over ? <div className="over">{over}</div> : null}
      {actions ? (
        <div className="spread">
          {heading}
          <div className="cluster no-print">{actions}</div>
        </div>
      ) : (
        heading
      )}
      {standfirst ? (
        <p className="standfirst" lang={lang}>
          {standfirst}
        </p>
      ) : null}
      {meta}
    </div>
  );
}
