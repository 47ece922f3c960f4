import { type ReactNode, useId } from "react";
import { classNames } from "#app/ui/base/class-names.ts";

export interface Column<Row> {
  key: string;
  head: ReactNode;
  /** The head is only heard: a column of buttons. */
  headHidden?: boolean;
  cell: (row: Row) => ReactNode;
  /** num: figures, to the end of the line; act: buttons. */
  kind?: "figures" | "buttons";
  /** The cell names its row. */
  rowHead?: boolean;
  /** In front of the value where the table is folded into lines: "Owner". */
  foldLabel?: string;
  className?: string;
}

export interface TableProps<Row> {
  caption: ReactNode;
  captionHidden?: boolean;
  /** Small words after the caption. */
  captionNote?: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowClass?: (row: Row) => string | undefined;
  /** Lines on phones, for tables that are lists at heart. */
  fold?: boolean;
  /** Scrolls sideways in a region of its own, for tables that compare. */
  wide?: boolean;
  minor?: boolean;
  className?: string;
}

/** A table with caption and scopes. Folded ones repeat the roles, which browsers drop with `display: block`. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden, captionNote, columns, rows, rowKey, rowClass, fold, wide, minor, className } = props;
  const captionId = useId();
  const role = (name: string) => (fold ? name : undefined);
  const table = (
    <table
      className={classNames("table", fold && "table--fold", minor && "table--minor", className)}
      role={role("table")}
    >
      <caption className={captionHidden ? "visually-hidden" : undefined} id={captionId}>
        {caption}
        {captionNote ? <small> {captionNote}</small> : null}
      </caption>
      <thead role={role("rowgroup")}>
        <tr role={role("row")}>
          {columns.map(({ key, head, headHidden, kind }) => (
            <th key={key} scope="col" role={role("columnheader")} className={kind}>
              {headHidden ? <span className="visually-hidden">{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={role("rowgroup")}>
        {rows.map((row) => (
          <tr key={rowKey(row)} role={role("row")} className={rowClass?.(row)}>
            {columns.map(({ key, cell, kind, rowHead, foldLabel, className: name }) => {
              const shared = { className: classNames(kind, name), "data-th": fold ? foldLabel : undefined };
              return rowHead ? (
                <th key={key} scope="row" role={role("rowheader")} {...shared}>
                  {cell(row)}
                </th>
              ) : (
                <td key={key} role={role("cell")} {...shared}>
                  {cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (!wide) return table;
  return (
    <section className="scroll" aria-labelledby={captionId} tabIndex={0}>
      {table}
    </section>
  );
}
