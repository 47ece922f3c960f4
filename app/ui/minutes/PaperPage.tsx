import { useText } from "#app/i18n/TextContext.tsx";
import { type Breadcrumb, Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { PaperBlocks } from "#app/ui/minutes/PaperBlocks.tsx";
import { PrintButton } from "#app/ui/sessions/PrintButton.tsx";
import type { Block } from "#app/views/documents/blocks.ts";

export interface PaperPageProps {
  title: string;
  blocks: Block[];
  /** For whom it is, and footnotes: at the foot of every page of the files. */
  notes: readonly string[];
  breadcrumbs: { label: string; items: readonly Breadcrumb[] };
  /** Whose eyes it is for: the viewer's, or null for anybody's. */
  as: "mine" | null;
  page: (as: "mine" | null) => string;
  /** Where its files are. */
  files: { docx: string; pdf: string };
  /** Nothing can be read yet. */
  isEmpty?: boolean;
}

/** A document as a page, with the files of the same. */
export function PaperPage({ title, blocks, notes, breadcrumbs, as, page, files, isEmpty }: PaperPageProps) {
  const t = useText();
  return (
    <>
      <Breadcrumbs {...breadcrumbs} />
      <PageHeader
        title={title}
        meta={isEmpty ? null : notes.map((note) => <p key={note}>{note}</p>)}
        actions={
          isEmpty ? null : (
            <>
              <LinkButton icon="download" href={files.docx} download>
                {t("documents.word")}
              </LinkButton>
              <LinkButton icon="download" href={files.pdf} download>
                {t("documents.pdf")}
              </LinkButton>
              <PrintButton />
              <LinkButton variant="quiet" href={page(as ? null : "mine")}>
                {t(as ? "documents.others" : "documents.mine")}
              </LinkButton>
            </>
          )
        }
      />
      {isEmpty ? (
        <Empty title={t("documents.noRecords")}>{t("documents.noRecordsText")}</Empty>
      ) : (
        <PaperBlocks blocks={blocks} />
      )}
    </>
  );
}
