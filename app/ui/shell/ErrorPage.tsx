import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";

const explained = [400, 403, 404, 409, 413, 421, 422, 429, 500, 503];

/** The page of an error in the reader's language: what happened and what to do. */
export function ErrorPage({ status, requestId, home }: { status: number; requestId?: string; home: string }) {
  const t = useText();
  const known = explained.includes(status) ? status : status >= 500 ? 500 : 400;
  return (
    <>
      <PageHeader title={textOf(t, `errors.title${known}`)} standfirst={textOf(t, `errors.explain${known}`)} />
      {known >= 500 && requestId ? <p>{t("errors.requestId", { id: requestId })}</p> : null}
      <p>
        <a href={home}>{t("errors.toFirstPage")}</a>
      </p>
    </>
  );
}
