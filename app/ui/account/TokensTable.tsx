import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Table } from "#app/ui/base/Table.tsx";
import type { TokenInList } from "#app/views/tokens/token-in-list.ts";

/** A person's tokens with what they may do and since when they were not used. */
export function TokensTable({ tokens }: { tokens: TokenInList[] }) {
  const t = useText();
  return (
    <Table
      caption={t("tokens.yours")}
      captionHidden
      fold
      rows={tokens}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", head: t("tokens.name"), rowHead: true, cell: ({ name }) => name },
        {
          key: "scopes",
          head: t("tokens.scopes"),
          foldLabel: t("tokens.scopes"),
          cell: ({ scopes }) => scopes.map((scope) => t(`tokens.scope.${scope}`)).join(", "),
        },
        { key: "created", head: t("tokens.created"), foldLabel: t("tokens.created"), cell: ({ created }) => created },
        {
          key: "lastUsed",
          head: t("tokens.lastUsed"),
          foldLabel: t("tokens.lastUsed"),
          cell: ({ lastUsed }) => lastUsed ?? t("tokens.neverUsed"),
        },
        {
          key: "expires",
          head: t("tokens.expires"),
          foldLabel: t("tokens.expires"),
          cell: ({ expires, ended }) => (ended ? t("tokens.expired", { when: expires }) : expires),
        },
        {
          key: "act",
          head: t("tokens.act"),
          headHidden: true,
          kind: "buttons",
          cell: ({ id, name }) => (
            <a href={paths.tokenRevocation(id)}>
              {t("tokens.revoke")}
              <span className="visually-hidden">: {name}</span>
            </a>
          ),
        },
      ]}
    />
  );
}
