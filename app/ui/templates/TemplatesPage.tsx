import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { type Column, Table } from "#app/ui/base/Table.tsx";
import { useTemplateBreadcrumbs } from "#app/ui/templates/use-template-breadcrumbs.ts";
import type { TemplateRow } from "#app/views/templates/template-view.ts";

/** The agenda templates of a group, and those that every group is offered. */
export function TemplatesPage({ title, templates }: { title: string; templates: readonly TemplateRow[] }) {
  const t = useText();
  const columns: Column<TemplateRow>[] = [
    {
      key: "name",
      head: t("templates.name"),
      rowHead: true,
      cell: ({ id, name }) => <a href={paths.template(id)}>{name}</a>,
    },
    {
      key: "whose",
      head: t("templates.whose"),
      foldLabel: t("templates.whose"),
      cell: ({ ofAll, retired }) => (
        <>
          {ofAll ? t("templates.everyGroup") : t("templates.ownGroup")}{" "}
          {retired ? <Badge>{t("templates.retired")}</Badge> : null}
        </>
      ),
    },
    {
      key: "items",
      head: t("templates.items"),
      foldLabel: t("templates.items"),
      kind: "figures",
      cell: ({ items }) => items,
    },
    {
      key: "minutes",
      head: t("sessions.length"),
      foldLabel: t("sessions.length"),
      kind: "figures",
      className: "nowrap",
      cell: ({ minutes }) => t("sessions.minutesShort", { n: minutes }),
    },
  ];
  return (
    <>
      <Breadcrumbs {...useTemplateBreadcrumbs(title)} />
      <PageHeader
        title={title}
        standfirst={t("templates.standfirst")}
        actions={
          <LinkButton variant="primary" icon="plus" href={paths.newTemplate()}>
            {t("templates.new")}
          </LinkButton>
        }
      />
      {templates.length > 0 ? (
        <Table caption={title} captionHidden fold rows={templates} rowKey={({ id }) => id} columns={columns} />
      ) : (
        <Empty title={t("templates.none")}>{t("templates.noneText")}</Empty>
      )}
    </>
  );
}
