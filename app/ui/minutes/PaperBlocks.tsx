import { Table } from "#app/ui/base/Table.tsx";
import type { Block, Run } from "#app/views/documents/blocks.ts";

/** What a document says, on a page. */
export function PaperBlocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="prose">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks never change places
        <PaperBlock key={at} block={block} />
      ))}
    </div>
  );
}

function PaperBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading": {
      const Heading = `h${block.level + 1}` as "h2" | "h3" | "h4";
      return <Heading lang={block.lang}>{block.text}</Heading>;
    }
    case "paragraph":
      return (
        <p lang={block.lang} className={block.minor ? "minor soft" : undefined}>
          <Runs runs={block.runs} />
        </p>
      );
    case "item":
      return (
        <p lang={block.lang}>
          {block.mark} <Runs runs={block.runs} />
        </p>
      );
    case "table":
      return <PaperTable {...block} />;
  }
}

function PaperTable({ caption, head, rows, lang }: Extract<Block, { kind: "table" }>) {
  const numbered = rows.map((cells, at) => ({ id: String(at), cells }));
  return (
    <Table
      caption={caption}
      captionHidden
      fold
      rows={numbered}
      rowKey={({ id }) => id}
      columns={head.map((name, at) => ({
        key: String(at),
        head: name,
        foldLabel: name,
        rowHead: at === 0,
        cell: ({ cells }: (typeof numbered)[number]) => <span lang={lang}>{cells[at]}</span>,
      }))}
    />
  );
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ text, bold, italic }, at) => {
    const words = italic ? <em>{text}</em> : text;
    // biome-ignore lint/suspicious/noArrayIndexKey: runs never change places
    return <span key={at}>{bold ? <b>{words}</b> : words}</span>;
  });
}
