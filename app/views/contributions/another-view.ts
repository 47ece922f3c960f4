import type { WholeContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { paths } from "#app/paths.ts";

/** Where an author goes on after posting from a session: addresses of pages. */
export interface AnotherView {
  /** A new contribution at the same place of the agenda. */
  post: string;
  session: string;
}

/** For the author of a contribution from a session that they see; null for everybody else. */
export function anotherView({ may, origin }: Pick<WholeContribution, "may" | "origin">): AnotherView | null {
  const { session, item } = origin;
  if (!may.withdraw || !session) return null;
  const post = paths.newContribution({ session: session.id, ...(item ? { item: item.id } : {}) });
  return { post, session: paths.session(session.id) };
}
