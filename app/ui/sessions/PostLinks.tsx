import { type Kind, kinds } from "#app/domain/codes.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Kind as KindSign } from "#app/ui/base/Kind.tsx";
import { VisuallyHidden } from "#app/ui/base/VisuallyHidden.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";
import type { AgendaItemView } from "#app/views/sessions/agenda-view.server.ts";

/** Items that are there to capture one kind offer it at once; the others offer all kinds behind one line. */
export function PostLinks({
  sessionId,
  item,
}: {
  sessionId: string;
  item: Pick<AgendaItemView, "id" | "kind" | "title">;
}) {
  const t = useText();
  const { captures } = item.kind;
  if (captures === "none") return null;
  const link = (kind: Kind) => (
    <a key={kind} href={paths.newContribution({ session: sessionId, item: item.id, kind })}>
      <KindSign kind={kind}>{t(`sessions.post.${kind}`)}</KindSign>
      <VisuallyHidden>: {item.title}</VisuallyHidden>
    </a>
  );
  if (captures !== "any") return <FactLine className="no-print">{link(captures)}</FactLine>;
  return (
    <details className="no-print">
      <summary className="soft minor">
        {t("sessions.postAny")}
        <VisuallyHidden>: {item.title}</VisuallyHidden> <Icon name="chevron" />
      </summary>
      <FactLine className="mt-2">{kinds.map(link)}</FactLine>
    </details>
  );
}
