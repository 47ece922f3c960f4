import { explainedStatus } from "#app/i18n/explained-status.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";

/** The page of an error in the viewer's language: what happened and what to do. */
export function ErrorPage({ status, requestId, home }: { status: number; requestId?: string; home: string }) {
  const t = useText();
  const known = explainedStatus(status);
  return (
    <>
      <PageHeader title={t(`errors.title${known}`)} standfirst={t(`errors.explain${known}`)} />
      {known === 500 && requestId ? <p>{t("errors.requestId", { id: requestId })}</p> : null}
      <p>
        <a href={home}>{t("errors.toFirstPage")}</a>
      </p>
    </>
  );
}
