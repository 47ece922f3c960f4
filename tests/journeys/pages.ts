import { findActor } from "#app/domain/access/find-actor.server.ts";
import { addPairings } from "#app/domain/planning/add-pairings.server.ts";
import { findPlan } from "#app/domain/planning/find-plan.server.ts";
import { mintAnswerLink } from "#app/domain/sessions/answers/answer-links.server.ts";
import { copyTemplateTo } from "#app/domain/sessions/templates/change-templates.server.ts";
import { createFeed } from "#app/domain/tokens/create-feed.server.ts";
import { createToken } from "#app/domain/tokens/create-token.server.ts";
import { paths } from "#app/paths.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { aGlassOpening, aLiveStep, aMinutesText } from "#tests/support/factories/minutes.ts";
import { aDraft, aRun } from "#tests/support/factories/planning.ts";
import { anAgendaItem, aReply, aSession } from "#tests/support/factories/sessions.ts";

/**
 * Every page of the product with the person it is looked at as; null is a visitor. Makes what the demonstration lacks:
 * a token and a feed, the link of an answer, a mail to look at.
 */
export async function everyPage(store: Store): Promise<{ who: string | null; path: string }[]> {
  const db = store.read;
  const upcoming = await db
    .selectFrom("session")
    .innerJoin("round", "round.id", "session.round_id")
    .select(["session.id", "session.round_id"])
    .orderBy("session.starts_at", "desc")
    .executeTakeFirstOrThrow();
  const ba = await db
    .selectFrom("session")
    .innerJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
    .select("session.id")
    .where("beneficiary.code", "=", "ba")
    .where("session.starts_at", ">", new Date().toISOString())
    .executeTakeFirstOrThrow();
  /** At which somebody cannot. */
  const clashing = await db
    .selectFrom("session")
    .innerJoin("availability", "availability.round_id", "session.round_id")
    .innerJoin("session_person", (join) =>
      join
        .onRef("session_person.session_id", "=", "session.id")
        .onRef("session_person.account_id", "=", "availability.account_id"),
    )
    .select("session.id")
    .whereRef("availability.starts_at", "<", "session.ends_at")
    .whereRef("availability.ends_at", ">", "session.starts_at")
    .executeTakeFirstOrThrow();
  /** Minutes of the second meeting, by delegation: final with ba, circulated with al, a draft with mk. */
  const held = (code: "ba" | "al" | "mk") =>
    db
      .selectFrom("session")
      .innerJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
      .innerJoin("round", "round.id", "session.round_id")
      .innerJoin("minutes_text", "minutes_text.session_id", "session.id")
      .select(["session.id", "session.round_id", "minutes_text.item_id"])
      .where("beneficiary.code", "=", code)
      .where("round.slug", "=", "november-2020")
      .executeTakeFirstOrThrow();
  const [final, circulated, draft] = [await held("ba"), await held("al"), await held("mk")];
  const decision = await db
    .selectFrom("decision")
    .select("id")
    .where("session_id", "=", circulated.id)
    .executeTakeFirstOrThrow();
  const action = await db
    .selectFrom("action_point")
    .select("id")
    .where("session_id", "=", draft.id)
    .executeTakeFirstOrThrow();
  const asked = await db
    .selectFrom("agenda_item")
    .select("question_id")
    .where("id", "=", final.item_id)
    .executeTakeFirstOrThrow();
  const item = await db
    .selectFrom("agenda_item")
    .select("id")
    .where("session_id", "=", ba.id)
    .orderBy("position")
    .offset(1)
    .limit(1)
    .executeTakeFirstOrThrow();
  const record = async (author: string, status: "complete" | "captured", sharing?: "public") => {
    let query = db
      .selectFrom("contribution")
      .innerJoin("account", "account.id", "contribution.author_id")
      .select("contribution.number")
      .where("account.address", "=", author)
      .where("contribution.status", "=", status);
    if (sharing) query = query.where("contribution.sharing", "=", sharing);
    return (await query.orderBy("contribution.submitted_at").executeTakeFirstOrThrow()).number;
  };
  const toCheck = (
    await db
      .selectFrom("contribution")
      .innerJoin("working_group", "working_group.id", "contribution.group_id")
      .innerJoin("account", "account.id", "contribution.author_id")
      .select("contribution.number")
      .where("working_group.slug", "=", "release")
      .where("contribution.status", "=", "complete")
      .where("account.address", "like", "participant%")
      .orderBy("contribution.number")
      .executeTakeFirstOrThrow()
  ).number;
  const own = await record("participant.ba@demo.example", "complete");
  const published = (
    await db
      .selectFrom("contribution")
      .select("number")
      .where("sharing", "=", "public")
      .orderBy("number")
      .executeTakeFirstOrThrow()
  ).number;
  const translated = (
    await db
      .selectFrom("contribution_version")
      .innerJoin("contribution", "contribution.id", "contribution_version.contribution_id")
      .select("contribution.number")
      .where("provenance", "=", "translated")
      .where("sharing", "in", ["group", "programme", "public"])
      .executeTakeFirstOrThrow()
  ).number;
  const request = await db
    .selectFrom("sharing_request")
    .innerJoin("contribution", "contribution.id", "sharing_request.contribution_id")
    .innerJoin("beneficiary", "beneficiary.id", "contribution.delegation_id")
    .select(["sharing_request.id", "beneficiary.code"])
    .where("decision", "is", null)
    .executeTakeFirstOrThrow();
  const speaker = await db
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .innerJoin("beneficiary", "beneficiary.id", "membership.beneficiary_id")
    .select("account.address")
    .where("membership.speaks", "=", 1)
    .where("beneficiary.code", "=", request.code)
    .executeTakeFirstOrThrow();
  const reference = (await db.selectFrom("contribution_reference").select("reference_id").executeTakeFirstOrThrow())
    .reference_id;
  const member = (
    await db
      .selectFrom("membership")
      .innerJoin("working_group", "working_group.id", "membership.group_id")
      .select("membership.id")
      .where("working_group.slug", "=", "release")
      .where("membership.role", "=", "participant")
      .executeTakeFirstOrThrow()
  ).id;
  const mail = (
    await db
      .selectFrom("outbox")
      .innerJoin("working_group", "working_group.id", "outbox.group_id")
      .select("outbox.id")
      .where("working_group.slug", "=", "release")
      .where("template", "=", "session-news")
      .executeTakeFirstOrThrow()
  ).id;
  const any = async (table: "beneficiary" | "institution" | "working_group") =>
    (await db.selectFrom(table).select("id").executeTakeFirstOrThrow()).id;
  const account = (
    await db.selectFrom("account").select("id").where("address", "=", "observer@demo.example").executeTakeFirstOrThrow()
  ).id;

  const holder = await db
    .selectFrom("account")
    .select("id")
    .where("address", "=", "participant.ba@demo.example")
    .executeTakeFirstOrThrow();
  const calendar = { name: "Office calendar", which: "own", discloses: false };
  const feed = await createFeed(store, await findActor(db, holder.id), calendar);
  const token = await createToken(store, await findActor(db, holder.id), {
    name: "Evaluation script",
    scopes: ["search:read"],
    days: 90,
  });

  const seat = { sessionId: ba.id, accountId: holder.id };
  const { answerToken, reply } = await writeTransaction(store, async (write) => ({
    answerToken: (await mintAnswerLink(write, seat, new Date())) ?? "",
    reply: await aReply(write, { session_id: ba.id, account_id: holder.id }),
  }));

  const { running, opening } = await goingOn(store, final.id);

  const as = (who: string | null, ...list: string[]) => list.map((path) => ({ who, path }));
  return [
    ...as(
      null,
      "/en",
      "/en/about",
      "/en/help",
      "/en/privacy",
      "/en/accessibility",
      "/en/news",
      "/en/news/second-meeting-november-2020",
      "/en/knowledge",
      "/en/knowledge?q=release",
      paths.publicContribution("en", published),
      "/en/nowhere",
    ),
    ...as(null, paths.signIn(), paths.forgotten(), paths.reset("rst_unknown"), paths.invitation("inv_unknown")),
    ...as(null, paths.answer(answerToken, { answer: "accepted" }), paths.answer("ans_unknown")),
    ...as(
      "organiser",
      paths.home(),
      paths.rounds(),
      paths.newRound(),
      paths.round(upcoming.round_id),
      paths.roundEdit(upcoming.round_id),
      paths.newSession(upcoming.round_id),
      paths.severalSessions(upcoming.round_id),
    ),
    ...as("organiser", ...(await planPages(store, upcoming.round_id))),
    ...as("organiser", ...(await templatePages(store))),
    ...as("organiser", paths.roundQuestions(final.round_id), paths.question(asked.question_id)),
    ...as("participant.ba", paths.question(asked.question_id, { round: final.round_id })),
    ...as(
      "organiser",
      paths.session(ba.id),
      paths.sessionEdit(ba.id),
      paths.sessionCancellation(ba.id),
      paths.sessionReminder(ba.id),
      paths.session(clashing.id),
      paths.keptTime(clashing.id),
      paths.answerForPerson(ba.id, holder.id),
      paths.replySettlement(reply),
      paths.agenda(ba.id),
      paths.agendaTemplate(ba.id),
      paths.newAgendaItem(ba.id),
      paths.agendaItem(ba.id, item.id),
      paths.agendaItemRemoval(ba.id, item.id),
    ),
    ...as(
      "organiser",
      paths.attendance(ba.id),
      paths.attendance(draft.id),
      paths.newGuest(draft.id),
      paths.live(ba.id),
      paths.live(draft.id),
      paths.live(running),
      paths.liveCapture(draft.id),
      paths.minutes(ba.id),
      paths.minutes(draft.id),
      paths.minutes(final.id),
      paths.minutesItem(draft.id, draft.item_id),
      paths.minutesItem(final.id, final.item_id),
      paths.minutesHistory(final.id, final.item_id),
      paths.newAmendment(circulated.id, circulated.item_id),
      paths.newDecisionAmendment(circulated.id, decision.id),
      paths.circulation(draft.id),
      paths.minutes(circulated.id),
      paths.amendingEnd(circulated.id),
      paths.finalisation(circulated.id),
      paths.newDecision(draft.id),
      paths.newAction(draft.id),
      paths.action(action.id),
      paths.actionEdit(action.id),
      paths.actions({ state: "any" }),
      paths.minutesDocument(final.id, "mine"),
      paths.roundMinutes(final.round_id),
    ),
    ...as("participant.ba", paths.live(running), paths.liveCapture(running)),
    ...as("participant.ba", paths.attendance(final.id), paths.minutes(final.id), paths.actions()),
    ...as(
      "organiser",
      paths.outbox(),
      paths.outboxMail(mail),
      paths.members(),
      paths.newInvitation(),
      paths.severalInvitations(),
      paths.member(member),
      paths.memberDeactivation(member),
      "/nowhere",
    ),
    ...as(
      "participant.ba",
      paths.home(),
      paths.session(ba.id),
      paths.availability(upcoming.round_id),
      paths.sessionAnswer(ba.id),
      paths.availabilityCalendar(upcoming.round_id),
      paths.myContributions(),
      paths.newContribution(),
      paths.newContribution({ session: ba.id, depth: "full", kind: "practice" }),
      paths.newContribution({ depth: "full", kind: "challenge" }),
    ),
    ...as(
      "participant.ba",
      paths.contribution(own),
      paths.contributionEdit(own),
      ...[paths.contributionHistory(own), paths.contributionDifferences(own), paths.contributionEdit(own, 1)],
      paths.withdrawal(own),
      paths.contributionSharing(own),
      paths.account(),
      paths.accountPassword(),
      paths.accountSignIns(),
      paths.accountConfirmation(),
      paths.accountMails(),
      paths.accountCalendars(),
      paths.feedRevocation(feed.id),
      paths.accountTokens(),
      paths.tokenRevocation(token.id),
    ),
    ...as(speaker.address.replace("@demo.example", ""), paths.sharingRequest(request.id)),
    ...as(
      "consultant",
      paths.search(),
      paths.search({ q: "smestaj" }),
      paths.search({ q: "kind:minutes,decision,action-point" }),
      paths.search({ q: "nothing-like-this" }),
      paths.search({ q: "otpsut" }),
      paths.search({ q: "CM/Rec(2010)1" }),
      paths.references(),
      paths.reference(reference),
      paths.contribution(translated),
      paths.contribution(toCheck),
      paths.review(toCheck, "returned"),
      paths.secondReading(toCheck),
      `/contributions/${translated}/translation`,
    ),
    ...as(
      "admin",
      paths.home(),
      paths.administration(),
      paths.adminProgramme(),
      paths.adminBeneficiaries(),
      paths.adminBeneficiary(await any("beneficiary")),
      paths.adminBeneficiary("new"),
      paths.severalBeneficiaries(),
      paths.beneficiaryRemoval(await any("beneficiary")),
      paths.adminInstitutions(),
      paths.severalInstitutions(),
      paths.adminInstitution("new"),
      paths.adminLibrary(),
      paths.adminInstitution(await any("institution")),
      paths.adminGroups(),
      paths.adminGroup(await any("working_group")),
      paths.adminAccounts(),
      `/administration/accounts/${account}/deactivation`,
      `/administration/accounts/${account}/reset`,
      `/administration/accounts/${account}/administrator`,
      paths.adminMail(),
      paths.adminSecurity(),
      paths.glass(),
      paths.glassOpening(opening),
    ),
  ];
}

/** A session that goes on, and one that an administrator opened. */
async function goingOn(store: Store, opened: string): Promise<{ running: string; opening: string }> {
  const people = await store.read
    .selectFrom("account")
    .select(["id", "address"])
    .where("address", "in", ["organiser@demo.example", "admin@demo.example", "participant.ba@demo.example"])
    .orderBy("address")
    .execute();
  const [admin, organiser, delegate] = people.map(({ id }) => id) as [string, string, string];
  const { group_id, round_id, beneficiary_id } = await store.read
    .selectFrom("session")
    .select(["group_id", "round_id", "beneficiary_id"])
    .where("id", "=", opened)
    .executeTakeFirstOrThrow();
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  return writeTransaction(store, async (db) => {
    const at = { starts_at: ago(20), ends_at: ago(-40) };
    const of = { group_id, round_id, beneficiary_id, created_by: organiser, delegates: [delegate] };
    const running = await aSession(db, { ...of, ...at });
    const item_id = await anAgendaItem(db, { session_id: running, visibility: "shared" });
    await anAgendaItem(db, { session_id: running, visibility: "shared", position: 2 });
    await aMinutesText(db, { item_id, session_id: running, updated_by: organiser });
    await aLiveStep(db, { session_id: running, item_id, by_id: organiser, at: ago(15) });
    const reason = "A member asks who changed the minutes.";
    const until = { opened_at: ago(5), ends_at: ago(-55) };
    const opening = await aGlassOpening(db, { session_id: opened, account_id: admin, reason, ...until });
    return { running, opening };
  });
}

/** The pages of the plan of a round, with a draft and a run, which the demonstration may lack. */
async function planPages(store: Store, roundId: string): Promise<string[]> {
  const db = store.read;
  const organiser = await db
    .selectFrom("account")
    .select("id")
    .where("address", "=", "organiser@demo.example")
    .executeTakeFirstOrThrow();
  const actor = await findActor(db, organiser.id);
  const { round, pairings } = await findPlan(db, actor, roundId);
  const consultant = sure(pairings.flatMap(({ people }) => people).find(({ part }) => part === "consultant"));
  const { ids } = await addPairings(store, actor, {
    ...{ roundId, beneficiaryIds: [null], minutes: 60, language: "en", joinLink: null, attribution: "group" },
    ...{ consultantIds: [consultant.accountId], interpreterId: null, templateId: null },
  });
  const pairing = sure(ids[0]);
  const placements = [{ pairing_id: pairing, wall_date: round.startsOn, wall_time: "09:00" }];
  const { draft, run } = await writeTransaction(store, async (writing) => ({
    draft: await aDraft(writing, { round_id: roundId, created_by: organiser.id, placements }),
    run: await aRun(writing, { round_id: roundId, started_by: organiser.id }),
  }));
  return [
    ...[
      paths.roundCopy(roundId),
      paths.roundCopy(roundId, { startsOn: "2027-03-24", extent: "timetable", people: "on" }),
    ],
    ...[paths.plan(roundId), paths.planSettings(roundId), paths.newPairing(roundId)],
    ...[paths.newPairing(roundId, "plenary"), paths.severalPairings(roundId), paths.pairing(roundId, pairing)],
    ...[paths.pairingRemoval(roundId, pairing), paths.planAvailability(roundId), paths.interpreters(roundId)],
    ...[paths.planAvailabilityOf(roundId, consultant.accountId), paths.planProposal(roundId, draft)],
    ...[paths.planRun(roundId, run), paths.planDraft(roundId, draft), paths.planDraftCopy(roundId, draft)],
    ...[paths.planDraftRemoval(roundId, draft), paths.planPlacement(roundId, draft, pairing)],
    ...[paths.planRelease(roundId, draft), paths.planReleaseMails(roundId, draft, consultant.accountId)],
  ];
}

/** The pages of agenda templates: one that every group is offered, and a copy of it that is the group's own. */
async function templatePages(store: Store): Promise<string[]> {
  const db = store.read;
  const organiser = await db
    .selectFrom("account")
    .innerJoin("membership", "membership.account_id", "account.id")
    .innerJoin("working_group", "working_group.id", "membership.group_id")
    .select(["account.id", "membership.group_id"])
    .where("address", "=", "organiser@demo.example")
    .where("working_group.slug", "=", "release")
    .executeTakeFirstOrThrow();
  const shipped = await db
    .selectFrom("agenda_template")
    .select("id")
    .where("code", "=", "bilateral-release")
    .executeTakeFirstOrThrow();
  const from = { groupId: organiser.group_id, templateId: shipped.id, names: { en: "Release, shorter" } };
  const { id } = await copyTemplateTo(store, await findActor(db, organiser.id), from);
  const item = await db
    .selectFrom("agenda_template_item")
    .select("id")
    .where("template_id", "=", id)
    .orderBy("position")
    .executeTakeFirstOrThrow();
  return [
    ...[paths.templates(), paths.newTemplate(), paths.template(shipped.id), paths.template(id)],
    ...[paths.templateEdit(id), paths.templateCopy(shipped.id), paths.templateRetirement(id)],
    ...[paths.newTemplateItem(id), paths.templateItem(id, item.id), paths.templateItemRemoval(id, item.id)],
  ];
}
