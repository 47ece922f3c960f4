import type { SecurityFilter } from "#app/domain/security/security-question.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { NumberedPages } from "#app/ui/base/NumberedPages.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { SelectField, type SelectOption } from "#app/ui/base/SelectField.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { DateField } from "#app/ui/base/TextField.tsx";
import { HelpList } from "#app/ui/people/PasswordHelpNotice.tsx";
import type { HelpInList } from "#app/views/people/help-text.ts";
import type { WholeSecurityEventInList } from "#app/views/security/security-list.server.ts";

export interface SecurityPageProps {
  title: string;
  filter: SecurityFilter;
  choices: { accounts: SelectOption[]; kinds: SelectOption[] };
  page: number;
  pages: number;
  where: string;
  rows: WholeSecurityEventInList[];
  /** Links that were made for the password of somebody else. */
  helps: HelpInList[];
}

/** Who signed in from where, who was refused, and what else tells of doors. */
export function SecurityPage(props: SecurityPageProps) {
  const { title, filter, page, pages, where, rows, helps } = props;
  const t = useText();
  const at = (number: number) => paths.adminSecurity({ ...filter, page: number });
  return (
    <>
      <Breadcrumbs
        label={t("admin.where")}
        items={[{ text: t("admin.title"), href: paths.administration() }, { text: title }]}
      />
      <PageHeader title={title} standfirst={t("security.standfirst")} />
      <div className="stack">
        <SecurityFilterForm {...props} />
        {rows.length === 0 ? (
          <Empty title={t("security.none")}>{t("security.noneText")}</Empty>
        ) : (
          <SecurityTable title={title} rows={rows} />
        )}
        <NumberedPages label={t("security.pages")} where={where} page={page} pages={pages} at={at} />
      </div>
      {helps.length > 0 ? (
        <Section id="helps" title={t("security.helps")} note={t("security.helpsNote")}>
          <HelpList helps={helps} />
        </Section>
      ) : null}
    </>
  );
}

function SecurityFilterForm({ filter, choices }: Pick<SecurityPageProps, "filter" | "choices">) {
  const t = useText();
  return (
    <form method="get" className="stack">
      <SelectField
        name="account"
        label={t("security.account")}
        placeholder={t("security.all")}
        options={choices.accounts}
        defaultValue={filter.account ?? ""}
      />
      <SelectField
        name="kind"
        label={t("security.what")}
        placeholder={t("security.all")}
        options={choices.kinds}
        defaultValue={filter.kind ?? ""}
      />
      <DateField name="day" label={t("security.day")} defaultValue={filter.day ?? ""} />
      <div className="cluster">
        <Button>{t("security.show")}</Button>
        <a href={paths.adminSecurity()}>{t("security.showAll")}</a>
      </div>
    </form>
  );
}

function SecurityTable({ title, rows }: Pick<SecurityPageProps, "title" | "rows">) {
  const t = useText();
  return (
    <Table
      caption={title}
      captionHidden
      fold
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "at", head: t("security.at"), rowHead: true, cell: ({ at }) => at },
        { key: "what", head: t("security.what"), foldLabel: t("security.what"), cell: ({ what }) => what },
        {
          key: "who",
          head: t("security.account"),
          foldLabel: t("security.account"),
          cell: ({ who }) => who ?? t("security.nobody"),
        },
        { key: "from", head: t("security.from"), foldLabel: t("security.from"), cell: ({ from }) => from },
        { key: "place", head: t("security.place"), foldLabel: t("security.place"), cell: ({ place }) => place || "–" },
      ]}
    />
  );
}
