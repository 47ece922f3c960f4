import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { newToken, sha256 } from "#app/domain/identity.server.ts";
import { draftContribution } from "#app/domain/knowledge/draft-contribution.server.ts";
import { secondVersion } from "#app/domain/knowledge/second-version.server.ts";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import { addGuest } from "#app/domain/minutes/note-guest.server.ts";
import { inviteMember } from "#app/domain/people/invite-member.server.ts";
import { mintReset } from "#app/domain/people/mint-secrets.server.ts";
import { hashPassword } from "#app/domain/people/password.server.ts";
import { addPairings } from "#app/domain/planning/add-pairings.server.ts";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { mintAnswerLink } from "#app/domain/sessions/answers/answer-links.server.ts";
import { scheduleSession } from "#app/domain/sessions/schedule-session.server.ts";
import { createFeed } from "#app/domain/tokens/create-feed.server.ts";
import { createToken } from "#app/domain/tokens/create-token.server.ts";
import { loadTerms } from "#app/domain/vocabulary/load-vocabulary.server.ts";
import { paths } from "#app/paths.ts";
import { sure } from "#app/sure.ts";
import { migrate, openStore } from "#db/engine.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { aReference, aTheme } from "#tests/support/factories/contributions.ts";
import { inEnglish } from "#tests/support/factories/given.ts";
import { aDecision, aDecisionAmendment, anActionPoint, anAmendment } from "#tests/support/factories/minutes.ts";
import { aMembership, aSignIn } from "#tests/support/factories/people.ts";
import { aDraft, aRun } from "#tests/support/factories/planning.ts";
import { anAgendaTemplate, aReply } from "#tests/support/factories/sessions.ts";
import { type Site, serve } from "#tests/support/site.ts";
import { commits, writing } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

/** Password of everybody. */
export const password = "river stone lamp";

const TEMPLATE_ITEM = "templateitem0001";

/** A word that stands in hidden records alone. */
export const hiddenWord = "Quokkagram";

/** Who asks. The world's names for the accounts behind them; null is nobody signed in. */
export const askers = {
  anonymous: null,
  participant: "participantBa",
  speaker: "speakerBa",
  otherDelegation: "participantAl",
  sameBeneficiaryElsewhere: "otherParticipantBa",
  consultant: "consultant",
  otherConsultant: "secondConsultant",
  observer: "observer",
  organiser: "organiser",
  otherOrganiser: "otherOrganiser",
  administrator: "administrator",
} as const satisfies Record<string, keyof World["people"] | null>;
export type Asker = keyof typeof askers;

/** What there is to reach: ids, and numbers of records. */
export interface Things {
  session: string;
  item: string;
  internalItem: string;
  /** Of the session. */
  guest: string;
  /** Of participantBa. */
  action: string;
  decision: string;
  /** Of participantBa, under an item of its own. */
  amendment: string;
  decisionAmendment: string;
  alSession: string;
  alItem: string;
  /** Bilateral, of participantBa, captured under the item; participantBa asks to share it with the group. */
  record: string;
  request: string;
  /** Bilateral, of participantAl, under the item of the other session. */
  alRecord: string;
  publicRecord: string;
  /** Of participantBa. */
  draft: string;
  mail: string;
  invitation: string;
  invitationToken: string;
  /** Of observer. */
  resetToken: string;
  /** Id of an API token of observer. */
  token: string;
  tokenSecret: string;
  /** Mail of participantBa about the session that is to be looked at. */
  reply: string;
  /** By which participantBa answers the invitation to the session. */
  answerToken: string;
  /** Of observer: all sessions of the group. */
  feed: string;
  feedSecret: string;
  template: string;
  templateItem: string;
  reference: string;
  /** Of observer. */
  membership: string;
  /** Of otherConsultant, who left the group. */
  formerMembership: string;
  theme: string;
  /** Of Albania, without a time but in the draft. */
  pairing: string;
  planDraft: string;
  planRun: string;
}

export interface Target {
  store: Store & { folder: string };
  site: Site;
  w: World;
  things: Things;
  /** The value of a `Cookie` header. */
  cookies: Record<Asker, string>;
  close: () => Promise<void>;
}

interface Prepared extends Pick<Target, "w" | "things" | "cookies"> {
  file: string;
}
let prepared: Promise<Prepared> | undefined;

/**
 * The product, served with a world of its own: a session of Bosnia and Herzegovina with one consultant, one of Albania
 * with the other, records, a sharing request, mails, an invitation. Built once a process and copied.
 */
export async function openTarget(env: Record<string, string> = {}): Promise<Target> {
  prepared ??= prepare();
  const { file, w, things, cookies } = await prepared;
  const folder = mkdtempSync(join(tmpdir(), "zbornik-target-"));
  copyFileSync(file, join(folder, "zbornik.sqlite"));
  const opened = openStore(join(folder, "zbornik.sqlite"), { isOrderReversed: true });
  const store = { ...opened, folder };
  const site = await serve(store, env);
  const close = async () => {
    await site.close();
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, site, w: { ...w, actor: (id) => findActor(opened.read, id) }, things, cookies, close };
}

/** Targets one after the other: the same again until somebody changed it. What each logged stays to be read. */
export function freshTargets() {
  let target: Target | undefined;
  let commitsAtFirst = 0;
  const logs: string[][] = [];
  const changed = async () => target !== undefined && (await commits(target.store)) !== commitsAtFirst;
  const fresh = async () => {
    if (target && !(await changed())) return target;
    await target?.close();
    target = await openTarget();
    logs.push(target.site.log);
    commitsAtFirst = await commits(target.store);
    return target;
  };
  return { fresh, changed, logs, close: async () => target?.close() };
}

async function prepare(): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-prepared-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  migrate(join(folder, "draft.sqlite"));
  const store = openStore(join(folder, "draft.sqlite"), { isOrderReversed: true });
  await writeTransaction(store, loadTerms);
  const w = await world(store);
  const things = await fill(store, w);
  const cookies = {} as Target["cookies"];
  await writeTransaction(store, async (db) => {
    for (const [asker, name] of Object.entries(askers) as [Asker, keyof World["people"] | null][]) {
      cookies[asker] = name ? `zbornik=${await aSignIn(db, { account_id: w.people[name] })}` : "";
    }
  });
  // Ends later than a used one would, so that looking at a page writes nothing, not even that it was used.
  const later = new Date(Date.now() + 10 * 3_600_000).toISOString();
  await writing(store)
    .updateTable("sign_in")
    .set({ expires_at: later, absolute_until: later, confirmed_at: later })
    .execute();
  const file = join(folder, "prepared.sqlite");
  await store.engine.backUp(file);
  await store.close();
  return { file, w, things, cookies };
}

async function fill(store: Store, w: World): Promise<Things> {
  const { people } = w;
  const hash = await hashPassword(password);
  const { theme, reference, template, formerMembership } = await writeTransaction(store, async (db) => {
    await db.updateTable("account").set({ password_hash: hash }).execute();
    // Far away, so that no session is over by the time of the test.
    await db.updateTable("round").set({ starts_on: "2099-11-04", ends_on: "2099-11-06" }).execute();
    // So that a communiqué is about it.
    await db.updateTable("round").set({ slug: "november-2020" }).where("id", "=", w.roundId).execute();
    await db.updateTable("programme").set({ slug: "demonstration" }).execute();
    return {
      theme: await aTheme(db, { code: "T01", labels: inEnglish("release") }),
      reference: await aReference(db),
      formerMembership: await aMembership(db, {
        ...{ account_id: people.otherConsultant, group_id: w.groupId, role: "consultant" },
        ended_at: new Date().toISOString(),
      }),
      template: await anAgendaTemplate(db, {
        ...{ group_id: w.groupId, names: inEnglish("Own template") },
        items: [{ id: TEMPLATE_ITEM, titles: inEnglish("What helps?"), minutes: 10 }],
      }),
    };
  });
  const organiser = await w.actor(people.organiser);
  const { ids } = await addPairings(store, organiser, {
    ...{ roundId: w.roundId, beneficiaryIds: [w.beneficiaries.al], minutes: 60, language: "en", joinLink: null },
    ...{ attribution: "beneficiary", consultantIds: [people.secondConsultant], interpreterId: null, templateId: null },
  });
  const pairing = sure(ids[0]);
  const own = { round_id: w.roundId, created_by: people.organiser };
  const placements = [{ pairing_id: pairing, wall_date: "2099-11-05", wall_time: "10:00" }];
  const { planDraft, planRun } = await writeTransaction(store, async (db) => ({
    planDraft: await aDraft(db, { ...own, placements }),
    planRun: await aRun(db, { round_id: w.roundId, started_by: people.organiser }),
  }));
  const schedule = (beneficiaryId: string, consultant: string, date: string) =>
    scheduleSession(store, organiser, {
      ...{ roundId: w.roundId, beneficiaryId, consultantIds: [consultant], date, time: "09:00", minutes: 60 },
      ...{ language: "en", joinLink: `https://meet.example/${date}`, attribution: "beneficiary" },
    });
  const { id: session } = await schedule(w.beneficiaries.ba, people.consultant, "2099-11-06");
  const { id: alSession } = await schedule(w.beneficiaries.al, people.secondConsultant, "2099-11-04");
  const add = async (sessionId: string, title: string, visibility: "shared" | "internal") => {
    const words = { kind: "discussion", title, description: "", minutes: 10, visibility, attribution: null } as const;
    return (await addAgendaItem(store, organiser, { ...words, sessionId })).id;
  };
  const item = await add(session, `Item ${hiddenWord}`, "shared");
  const internalItem = await add(session, "Internal Wombatgram", "internal");
  const seated = { sessionId: session, capacity: `Head ${hiddenWord}`, institution: "Prison" };
  const { id: guestId } = await addGuest(store, organiser, seated);
  const record = await writeTransaction(store, async (db) => {
    const agreed = { group_id: w.groupId, session_id: session, text: `Do ${hiddenWord}` };
    const decision = await aDecision(db, { session_id: session, created_by: people.organiser, text: hiddenWord });
    const amended = { session_id: session, decision_id: decision, author_id: people.participantBa };
    return {
      decision,
      decisionAmendment: await aDecisionAmendment(db, amended),
      action: await anActionPoint(db, { ...agreed, owner_id: people.participantBa }),
      amendment: await anAmendment(db, { session_id: session, author_id: people.participantBa }),
    };
  });
  const alItem = await add(alSession, "Item of the other", "shared");
  const said = (title: string) =>
    ({ kind: "challenge", title, summary: `About ${title}.`, language: "en", depth: "snapshot" }) as const;
  const submit = async (author: keyof World["people"], title: string, more: object = {}) =>
    submitContribution(store, await w.actor(people[author]), { ...said(title), groupId: w.groupId, ...more });
  const from = { sessionId: session, itemId: item, attribution: "group" as const };
  const asked = await submit("participantBa", `Late notice ${hiddenWord}`, { ...from, wantedSharing: "group" });
  const alRecord = await submit("participantAl", "Record of the other", { sessionId: alSession, itemId: alItem });
  const open = await submit("speakerBa", "Open to all", { wantedSharing: "public" });
  const reader = await w.actor(people.secondConsultant);
  await secondVersion(store, reader, { number: open.number, language: "en", revision: 2 });
  const unsaid = { ...said(`Draft ${hiddenWord}`), groupId: w.groupId };
  const draft = await draftContribution(store, await w.actor(people.participantBa), unsaid);
  const standing = { role: "observer", beneficiaryId: null, institutionId: null, speaks: false } as const;
  const guest = {
    ...standing,
    groupId: w.groupId,
    address: "guest@test.example",
    name: "Guest",
    locale: "en",
  } as const;
  const { invitationId } = await inviteMember(store, organiser, guest);
  const invitationToken = newToken("inv");
  const resetLink = paths.reset(await mintReset(store, people.observer, new Date()));
  const db = writing(store);
  await db
    .updateTable("invitation")
    .set({ token_hash: sha256(invitationToken) })
    .execute();
  await db.updateTable("outbox").set({ state: "kept" }).execute();
  const mail = db.selectFrom("outbox").select("id").where("recipient_id", "=", people.participantBa);
  const observer = db.selectFrom("membership").select("id").where("account_id", "=", people.observer);
  const seat = { sessionId: session, accountId: people.participantBa };
  const made = { name: "Script", scopes: ["search:read" as const], days: 365 };
  const token = await createToken(store, await w.actor(people.observer), made);
  const calendar = { name: "Calendar", which: `group:${w.groupId}`, discloses: true };
  const feed = await createFeed(store, await w.actor(people.observer), calendar);
  return {
    guest: guestId,
    templateItem: TEMPLATE_ITEM,
    ...{ pairing, planDraft, planRun },
    ...record,
    ...{ session, item, internalItem, alSession, alItem, template, formerMembership, theme, reference },
    invitationToken,
    resetToken: resetLink.split("/").at(-1) ?? "",
    token: token.id,
    tokenSecret: token.secret ?? "",
    reply: await writeTransaction(store, (db) => aReply(db, { session_id: session, account_id: people.participantBa })),
    answerToken: (await writeTransaction(store, (db) => mintAnswerLink(db, seat, new Date()))) ?? "",
    feed: feed.id,
    feedSecret: feed.secret ?? "",
    record: asked.number,
    request: asked.sharingRequestId ?? "",
    alRecord: alRecord.number,
    publicRecord: open.number,
    draft: draft.number,
    invitation: invitationId,
    mail: (await mail.executeTakeFirstOrThrow()).id,
    membership: (await observer.executeTakeFirstOrThrow()).id,
  };
}
