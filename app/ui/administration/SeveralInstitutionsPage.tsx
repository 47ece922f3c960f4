import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { SelectField, type SelectOption } from "#app/ui/base/SelectField.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { type AllowedWords, PastedRows } from "#app/ui/forms/PastedRows.tsx";
import type { ReadInList } from "#app/views/programme/pasted-institutions.ts";

export interface SeveralInstitutionsPageProps {
  title: string;
  /** Of the reader, which the names are likely in. */
  language: string;
  languages: SelectOption[];
  example: string;
  allowed: AllowedWords[];
  answer?: FormAnswer & { preview?: ReadInList[] };
}

/** Several institutions in one go: a list is pasted, looked at, and added. */
export function SeveralInstitutionsPage(props: SeveralInstitutionsPageProps) {
  const { title, language, languages, example, allowed, answer } = props;
  const t = useText();
  const { field } = fieldsOf(answer, { language });
  const preview = answer?.preview;
  const names = { rows: t("admin.pastedList"), language: t("admin.namesLanguage") };
  return (
    <>
      <Breadcrumbs
        label={t("admin.where")}
        items={[
          { text: t("admin.title"), href: paths.administration() },
          { text: t("admin.institutions"), href: paths.adminInstitutions() },
          { text: title },
        ]}
      />
      <PageHeader title={title} standfirst={t("admin.pasteText")} />
      <DeedForm answer={answer} names={names}>
        {preview ? <Preview rows={preview} /> : null}
        {preview ? (
          <div className="cluster">
            <Button variant="primary" name="intent" value="add">
              {t("admin.addCount", { count: preview.length })}
            </Button>
          </div>
        ) : null}
        <PastedRows
          field={field("rows")}
          label={t("admin.pastedList")}
          hint={t("admin.pastedListHint")}
          example={example}
          allowed={allowed}
          answer={answer}
        />
        <SelectField {...field("language")} label={t("admin.namesLanguage")} options={languages} />
        <div className="cluster">
          <Button variant={preview ? "plain" : "primary"} name="intent" value="check">
            {t("admin.checkList")}
          </Button>
          <a href={paths.adminInstitutions()}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}

function Preview({ rows }: { rows: readonly ReadInList[] }) {
  const t = useText();
  return (
    <Table
      caption={t("admin.preview")}
      fold
      rows={rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: "name", head: t("admin.name"), rowHead: true, cell: ({ name }) => name },
        { key: "type", head: t("admin.type"), foldLabel: t("admin.type"), cell: ({ type }) => type },
        {
          key: "beneficiary",
          head: t("admin.beneficiary"),
          foldLabel: t("admin.beneficiary"),
          cell: ({ beneficiary }) => beneficiary ?? "–",
        },
      ]}
    />
  );
}
