import type { AccountTable } from "#db/schema/account.ts";
import type { ActionPointTable, DecisionAmendmentTable, DecisionTable } from "#db/schema/action-point.ts";
import type { AgendaItemTable } from "#db/schema/agenda-item.ts";
import type { AgendaTemplateItemTable, AgendaTemplateTable } from "#db/schema/agenda-template.ts";
import type { ApiTokenTable } from "#db/schema/api-token.ts";
import type { AppliedMigrationTable } from "#db/schema/applied-migration.ts";
import type { AttendanceTable, SessionGuestTable } from "#db/schema/attendance.ts";
import type { AuditEventTable } from "#db/schema/audit-event.ts";
import type { AvailabilityAnswerTable, AvailabilityTable, KeptTimeTable } from "#db/schema/availability.ts";
import type { BackupRunTable } from "#db/schema/backup-run.ts";
import type { BeneficiaryTable } from "#db/schema/beneficiary.ts";
import type { CalendarFeedTable } from "#db/schema/calendar-feed.ts";
import type { CalendarHostTable } from "#db/schema/calendar-host.ts";
import type { ChangeNumberTable, PublicNumberTable } from "#db/schema/change-number.ts";
import type {
  ContributionLinkTable,
  ContributionReferenceTable,
  ContributionRevisionTable,
  ContributionTable,
  ContributionTargetGroupTable,
  ContributionThemeTable,
  ContributionVersionTable,
} from "#db/schema/contribution.ts";
import type { EarlierLinkTable } from "#db/schema/earlier-link.ts";
import type { GlassOpeningTable } from "#db/schema/glass-opening.ts";
import type { IdempotencyKeyTable } from "#db/schema/idempotency-key.ts";
import type { InstitutionTable } from "#db/schema/institution.ts";
import type { InvitationTable } from "#db/schema/invitation.ts";
import type { LiveStepTable } from "#db/schema/live-step.ts";
import type { LoadedLibraryTable } from "#db/schema/loaded-library.ts";
import type { MailChoiceTable } from "#db/schema/mail-choice.ts";
import type { MembershipTable } from "#db/schema/membership.ts";
import type { MembershipChangeTable } from "#db/schema/membership-change.ts";
import type {
  MinutesAmendmentTable,
  MinutesRevisionTable,
  MinutesTable,
  MinutesTextTable,
} from "#db/schema/minutes.ts";
import type { OutboxTable } from "#db/schema/outbox.ts";
import type { PairingPersonTable, PairingTable } from "#db/schema/pairing.ts";
import type { PasswordHelpTable } from "#db/schema/password-help.ts";
import type { PasswordResetTable } from "#db/schema/password-reset.ts";
import type { PendingEditTable } from "#db/schema/pending-edit.ts";
import type { PlanDraftTable, PlanPlacementTable, PlanRunTable } from "#db/schema/plan.ts";
import type { ProgrammeTable } from "#db/schema/programme.ts";
import type { BouncedAddressTable, ReceivedReplyTable } from "#db/schema/received-reply.ts";
import type { ReferenceTable } from "#db/schema/reference.ts";
import type { RoundTable } from "#db/schema/round.ts";
import type { RoundPlanDayTable, RoundPlanTable } from "#db/schema/round-plan.ts";
import type { SearchChangeTable, SearchDocumentTable, SearchStateTable, SearchWordTable } from "#db/schema/search.ts";
import type { SecurityEventTable } from "#db/schema/security-event.ts";
import type { SessionPersonTable, SessionTable } from "#db/schema/session.ts";
import type { AnswerLinkTable, SessionAnswerTable } from "#db/schema/session-answer.ts";
import type { SessionToldTable } from "#db/schema/session-told.ts";
import type { SharingRequestTable } from "#db/schema/sharing-request.ts";
import type { SignInTable } from "#db/schema/sign-in.ts";
import type { ThemeTable } from "#db/schema/theme.ts";
import type { AgendaItemKindTable, TermTable } from "#db/schema/vocabulary.ts";
import type { WorkingGroupTable } from "#db/schema/working-group.ts";

/** Every table by name, for Kysely. */
export interface Schema {
  account: AccountTable;
  action_point: ActionPointTable;
  agenda_item: AgendaItemTable;
  agenda_item_kind: AgendaItemKindTable;
  agenda_template: AgendaTemplateTable;
  agenda_template_item: AgendaTemplateItemTable;
  answer_link: AnswerLinkTable;
  api_token: ApiTokenTable;
  applied_migration: AppliedMigrationTable;
  attendance: AttendanceTable;
  audit_event: AuditEventTable;
  availability: AvailabilityTable;
  availability_answer: AvailabilityAnswerTable;
  kept_time: KeptTimeTable;
  backup_run: BackupRunTable;
  beneficiary: BeneficiaryTable;
  bounced_address: BouncedAddressTable;
  calendar_feed: CalendarFeedTable;
  calendar_host: CalendarHostTable;
  cause_type: TermTable;
  change_number: ChangeNumberTable;
  contribution: ContributionTable;
  contribution_link: ContributionLinkTable;
  contribution_reference: ContributionReferenceTable;
  contribution_revision: ContributionRevisionTable;
  contribution_target_group: ContributionTargetGroupTable;
  contribution_theme: ContributionThemeTable;
  contribution_version: ContributionVersionTable;
  decision: DecisionTable;
  decision_amendment: DecisionAmendmentTable;
  earlier_link: EarlierLinkTable;
  glass_opening: GlassOpeningTable;
  idempotency_key: IdempotencyKeyTable;
  institution: InstitutionTable;
  institution_type: TermTable;
  invitation: InvitationTable;
  live_step: LiveStepTable;
  loaded_library: LoadedLibraryTable;
  mail_choice: MailChoiceTable;
  membership: MembershipTable;
  membership_change: MembershipChangeTable;
  minutes: MinutesTable;
  minutes_amendment: MinutesAmendmentTable;
  minutes_revision: MinutesRevisionTable;
  minutes_text: MinutesTextTable;
  need_type: TermTable;
  outbox: OutboxTable;
  pairing: PairingTable;
  pairing_person: PairingPersonTable;
  password_help: PasswordHelpTable;
  password_reset: PasswordResetTable;
  pending_edit: PendingEditTable;
  phase: TermTable;
  plan_draft: PlanDraftTable;
  plan_placement: PlanPlacementTable;
  plan_run: PlanRunTable;
  programme: ProgrammeTable;
  public_number: PublicNumberTable;
  received_reply: ReceivedReplyTable;
  reference: ReferenceTable;
  round: RoundTable;
  round_plan: RoundPlanTable;
  round_plan_day: RoundPlanDayTable;
  search_change: SearchChangeTable;
  search_document: SearchDocumentTable;
  search_state: SearchStateTable;
  search_word: SearchWordTable;
  security_event: SecurityEventTable;
  session: SessionTable;
  session_answer: SessionAnswerTable;
  session_guest: SessionGuestTable;
  session_person: SessionPersonTable;
  session_told: SessionToldTable;
  sharing_request: SharingRequestTable;
  sign_in: SignInTable;
  target_group: TermTable;
  theme: ThemeTable;
  working_group: WorkingGroupTable;
}
