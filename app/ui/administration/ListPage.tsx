import type { ReactNode } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { type Column, Table } from "#app/ui/base/Table.tsx";

export interface ListPageProps<Row> {
  title: string;
  standfirst?: string;
  /** Nothing can be added before there is a programme. */
  hasProgramme: boolean;
  add: { href: string; text: string };
  /** Adds several in one go. */
  several?: { href: string; text: string };
  empty: { title: string; text: string };
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  children?: ReactNode;
}

/** A list of things that administrators add and edit. */
export function ListPage<Row extends { id: string }>(props: ListPageProps<Row>) {
  const { title, standfirst, hasProgramme, add, several, empty, rows, columns, children } = props;
  const t = useText();
  const button = (
    <>
      {several ? (
        <LinkButton href={several.href} icon="plus" variant="primary">
          {several.text}
        </LinkButton>
      ) : null}
      <LinkButton href={add.href} icon={several ? undefined : "plus"} variant={several ? "plain" : "primary"}>
        {add.text}
      </LinkButton>
    </>
  );
  const programme = <LinkButton href={paths.adminProgramme()}>{t("admin.newProgramme")}</LinkButton>;
  return (
    <>
      <Breadcrumbs
        label={t("admin.where")}
        items={[{ text: t("admin.title"), href: paths.administration() }, { text: title }]}
      />
      <PageHeader
        title={title}
        standfirst={standfirst}
        actions={hasProgramme && rows.length > 0 ? button : undefined}
      />
      {!hasProgramme ? (
        <Empty title={t("admin.noProgramme")} action={programme}>
          {t("admin.noProgrammeText")}
        </Empty>
      ) : rows.length === 0 ? (
        <Empty title={empty.title} action={button}>
          {empty.text}
        </Empty>
      ) : (
        <Table caption={title} captionHidden rows={rows} rowKey={({ id }) => id} columns={columns} fold />
      )}
      {children}
    </>
  );
}
