import {
  DeleteQueryNode,
  InsertQueryNode,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  RawNode,
  type RootOperationNode,
  TableNode,
  type UnknownRow,
  UpdateQueryNode,
} from "kysely";
import type { Schema } from "#db/schema/schema.ts";

/** What only serves the machinery: no page that is kept, and no answer from memory, is made from these. */
const quietTables: readonly (keyof Schema)[] = [
  "answer_link",
  "api_token",
  "backup_run",
  "bounced_address",
  "calendar_feed",
  "earlier_link",
  "idempotency_key",
  "invitation",
  "outbox",
  "password_help",
  "password_reset",
  "pending_edit",
  "received_reply",
  "security_event",
  "plan_run",
  "session_told",
  "sign_in",
];

/**
 * Refuses queries that write where somebody could notice: in a quiet transaction they would leave stale pages behind.
 */
export class QuietTables implements KyselyPlugin {
  /** @throws Error naming the table, or for a statement in plain SQL, of which nobody knows */
  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    if (RawNode.is(node)) throw new Error("A quiet transaction runs no plain SQL");
    for (const table of writtenBy(node)) {
      if (!(quietTables as readonly string[]).includes(table)) {
        throw new Error(`A quiet transaction must not write ${table}: a viewer could notice`);
      }
    }
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result;
  }
}

function writtenBy(node: RootOperationNode): string[] {
  const written = InsertQueryNode.is(node)
    ? [node.into]
    : UpdateQueryNode.is(node)
      ? [node.table]
      : DeleteQueryNode.is(node)
        ? node.from.froms
        : [];
  return written.map((table) => (table && TableNode.is(table) ? table.table.identifier.name : "an unknown table"));
}
