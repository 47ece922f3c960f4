import account from "#content/messages/bs/account.json";
import actions from "#content/messages/bs/actions.json";
import admin from "#content/messages/bs/admin.json";
import agenda from "#content/messages/bs/agenda.json";
import answers from "#content/messages/bs/answers.json";
import attendance from "#content/messages/bs/attendance.json";
import availability from "#content/messages/bs/availability.json";
import calendars from "#content/messages/bs/calendars.json";
import cities from "#content/messages/bs/cities.json";
import codes from "#content/messages/bs/codes.json";
import common from "#content/messages/bs/common.json";
import documents from "#content/messages/bs/documents.json";
import errors from "#content/messages/bs/errors.json";
import glass from "#content/messages/bs/glass.json";
import guard from "#content/messages/bs/guard.json";
import home from "#content/messages/bs/home.json";
import knowledge from "#content/messages/bs/knowledge.json";
import live from "#content/messages/bs/live.json";
import mail from "#content/messages/bs/mail.json";
import mailChoice from "#content/messages/bs/mailChoice.json";
import minutes from "#content/messages/bs/minutes.json";
import outbox from "#content/messages/bs/outbox.json";
import people from "#content/messages/bs/people.json";
import plan from "#content/messages/bs/plan.json";
import publicPages from "#content/messages/bs/publicPages.json";
import questions from "#content/messages/bs/questions.json";
import references from "#content/messages/bs/references.json";
import rounds from "#content/messages/bs/rounds.json";
import search from "#content/messages/bs/search.json";
import searchNotes from "#content/messages/bs/searchNotes.json";
import security from "#content/messages/bs/security.json";
import sessions from "#content/messages/bs/sessions.json";
import sharing from "#content/messages/bs/sharing.json";
import shell from "#content/messages/bs/shell.json";
import signIn from "#content/messages/bs/signIn.json";
import templates from "#content/messages/bs/templates.json";
import tokens from "#content/messages/bs/tokens.json";

/** All messages of the language by area. Those of English type every key. */
export const catalogue = {
  account,
  actions,
  admin,
  agenda,
  answers,
  attendance,
  availability,
  calendars,
  cities,
  codes,
  common,
  documents,
  errors,
  glass,
  guard,
  home,
  knowledge,
  live,
  mail,
  mailChoice,
  minutes,
  outbox,
  people,
  plan,
  publicPages,
  questions,
  references,
  rounds,
  search,
  searchNotes,
  security,
  sessions,
  sharing,
  shell,
  signIn,
  templates,
  tokens,
};
