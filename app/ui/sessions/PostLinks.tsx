import { type Kind, kinds } from "#app/domain/codes.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Kind as KindSign } from "#app/ui/base/Kind.tsx";
import { VisuallyHidden } from "#app/ui/base/VisuallyHidden.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";

const captured: Record<string, readonly Kind[]> = {
  "capture-practices": ["practice"],
  "capture-challenges": ["challenge"],
  "capture-needs": ["need"],
  "capture-proposals": ["proposal"],
};

/** Items that are there to capture one kind offer it at once; the others offer all kinds behind one line. */
export function PostLinks({
  sessionId,
  item,
}: {
  sessionId: string;
  item: { id: string; kind: string; title: string };
}) {
  const t = useText();
  if (item.kind === "break" || item.kind === "welcome") return null;
  const link = (kind: Kind) => (
    <a key={kind} href={paths.newContribution({ session: sessionId, item: item.id, kind })}>
      <KindSign kind={kind}>{t(`sessions.post.${kind}`)}</KindSign>
      <VisuallyHidden>: {item.title}</VisuallyHidden>
    </a>
  );
  const own = captured[item.kind];
  if (own) return <FactLine className="no-print">{own.map(link)}</FactLine>;
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
