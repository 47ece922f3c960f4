import type { LibraryState, librarySize } from "#app/domain/references/library.server.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";

export interface LibraryPageProps {
  title: string;
  state: LibraryState;
  size: typeof librarySize;
  answer?: FormAnswer;
}

/** The library on one subject that ships with the product: chosen or not, and out again while it is unused. */
export function LibraryPage({ title, state, size, answer }: LibraryPageProps) {
  const t = useText();
  return (
    <>
      <Breadcrumbs
        label={t("admin.where")}
        items={[{ text: t("admin.title"), href: paths.administration() }, { text: title }]}
      />
      <PageHeader title={title} standfirst={t("admin.libraryText", size)} />
      {state.loaded ? (
        <div className="stack">
          <Notice tone="good" title={t("admin.libraryThere")}>
            {state.used ? t("admin.libraryUsed") : t("admin.libraryUnused")}
          </Notice>
          {state.used ? null : (
            <DeedForm answer={answer} names={{}}>
              <div className="cluster">
                <Button name="intent" value="remove">
                  {t("admin.removeLibrary")}
                </Button>
              </div>
            </DeedForm>
          )}
        </div>
      ) : (
        <DeedForm answer={answer} names={{}}>
          <p>{t("admin.libraryWithout")}</p>
          <div className="cluster">
            <Button variant="primary" name="intent" value="load">
              {t("admin.loadLibrary")}
            </Button>
            <a href={paths.administration()}>{t("common.cancel")}</a>
          </div>
        </DeedForm>
      )}
    </>
  );
}
