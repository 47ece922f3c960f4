import { useText } from "#app/i18n/TextContext.tsx";
import { Chain, type ChainNode } from "#app/ui/base/Chain.tsx";
import type { HandoutView } from "#app/views/contributions/handout-view.ts";

/** Where a record came from, as far as it is disclosed to the viewer. What came of it stands here once there is any. */
export function ContributionChain({ record, publicLocale }: { record: HandoutView; publicLocale?: string }) {
  const t = useText();
  const { round, session, item } = record;
  const nodes: ChainNode[] = [];
  if (round) {
    const href = publicLocale ? undefined : (round.href ?? undefined);
    nodes.push({ label: t("knowledge.chainRound"), text: round.title, href, state: "done" });
  }
  if (session) {
    const text = [session.beneficiary ?? t("knowledge.plenary"), session.date].join(", ");
    nodes.push({ label: t("knowledge.chainSession"), text, href: session.href, state: "done" });
  }
  if (item) nodes.push({ label: t("knowledge.chainItem"), text: item.title, href: item.href, state: "done" });
  nodes.push({ label: t("knowledge.chainRecord"), text: record.number, state: "current" });
  return <Chain title={t("knowledge.chainTitle")} nodes={nodes} kind={record.kind} />;
}
