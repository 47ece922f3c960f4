import { sure } from "#app/sure.ts";
import { isBlock, nameOf, unwrap } from "#app/ui/forms/element-moves.ts";

/**
 * Makes tables what Markdown can say: rows of one-line cells of equal number, the first row being the header. A table
 * of one column is layout, and so is the outer one of tables in tables.
 */
export function simplifyTables(body: Element): void {
  for (const table of Array.from(body.querySelectorAll("table"))) {
    if (table.querySelector("table") || widthOf(rowsOf(table)) < 2) dissolve(table);
  }
  for (const table of Array.from(body.querySelectorAll("table"))) rebuild(table);
}

function rowsOf(table: Element): Element[] {
  return Array.from(table.querySelectorAll("tr")).filter((row) => row.closest("table") === table);
}

function cellsOf(row: Element): Element[] {
  return Array.from(row.children).filter((cell) => nameOf(cell) === "td" || nameOf(cell) === "th");
}

function span(cell: Element, name: "colspan" | "rowspan"): number {
  return Math.min(50, Math.max(1, Number(cell.getAttribute(name)) || 1));
}

function widthOf(rows: Element[]): number {
  return Math.max(0, ...rows.map((row) => cellsOf(row).reduce((sum, cell) => sum + span(cell, "colspan"), 0)));
}

function dissolve(table: Element): void {
  for (const row of rowsOf(table)) {
    for (const cell of cellsOf(row)) {
      const block = table.ownerDocument.createElement("div");
      while (cell.firstChild) block.appendChild(cell.firstChild);
      table.before(block);
    }
  }
  table.remove();
}

function rebuild(table: Element): void {
  const document = table.ownerDocument;
  const rows = rowsOf(table);
  const width = widthOf(rows);
  const taken: number[] = new Array(width).fill(0);
  const result = document.createElement("table");
  for (const [index, row] of rows.entries()) {
    const line = document.createElement("tr");
    const cells = cellsOf(row);
    for (let column = 0; column < width; column++) {
      const target = document.createElement(index === 0 ? "th" : "td");
      line.appendChild(target);
      // A cell that reaches down or across leaves empty ones: Markdown knows no joined cells.
      const reached = sure(taken[column]);
      if (reached > 0) taken[column] = reached - 1;
      else {
        const cell = cells.shift();
        if (!cell) continue;
        while (cell.firstChild) target.appendChild(cell.firstChild);
        flatten(target);
        const last = Math.min(width, column + span(cell, "colspan"));
        for (let next = column; next < last; next++) taken[next] = span(cell, "rowspan") - 1;
        for (; column < last - 1; column++) line.appendChild(document.createElement(index === 0 ? "th" : "td"));
      }
    }
    result.appendChild(line);
  }
  const caption = table.querySelector("caption");
  if (caption) {
    const paragraph = document.createElement("p");
    while (caption.firstChild) paragraph.appendChild(caption.firstChild);
    table.before(paragraph);
  }
  table.replaceWith(result);
}

/** One line: the blocks of a cell follow one another with a blank between. */
function flatten(cell: Element): void {
  for (const element of Array.from(cell.querySelectorAll("*"))) {
    if (nameOf(element) === "br") element.replaceWith(" ");
    else if (isBlock(element)) {
      element.before(" ");
      element.after(" ");
      unwrap(element);
    }
  }
}
