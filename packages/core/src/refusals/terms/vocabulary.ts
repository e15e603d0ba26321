import type * as t from 'io-ts'
import type { CalendarProblem } from '../../calendar/index.js'
import type { RosterInvalid } from '../../desk-plan/index.js'
import type { LedgerCommandName, LedgerDepartment, LedgerEvent } from '../../ledger/index.js'
import type { Component } from '../../money/amounts.js'
import type { Shipment } from '../../order-account/order.js'
import type { MilestoneNeed } from '../../policy/route-rule.js'
import type { CommandName } from '../../refund-case/command-names.js'
import type { DisputeCategory, RulingGround } from '../../refund-case/events/dispute.js'
import type { ArchivedItem, ClosedOutcome, Notified, NoticeKind } from '../../refund-case/events/ending.js'
import type { CaseEventType } from '../../refund-case/events/index.js'
import type { FailedCondition } from '../../refund-case/events/intake.js'
import type { FailureReason } from '../../refund-case/events/payment.js'
import type { ReviewStage } from '../../refund-case/events/review.js'
import type * as fields from '../../refund-case/fields/index.js'
import type { LedgerAccount } from '../../refund-case/postings.js'
import type { Situation } from '../../refund-case/situation.js'
import type { AttemptStatus, Funds, Submission } from '../../refund-case/state.js'
import type { AttendanceList, AttendanceProblem, SheetPart, ShiftCommandName, ShiftEvent } from '../../shift/index.js'
import type * as words from '../../vocabulary/index.js'
import type { SeparationConflict } from '../conflicts.js'

/** The closed lists of words that have a term in every language. */
export interface Vocabulary {
  /** `staff` stands for every role inside the shop. */
  readonly role: words.Role | 'staff'
  readonly command: CommandName | ShiftCommandName | LedgerCommandName | 'publishDeskPlan'
  readonly conflict: SeparationConflict
  /** Who is told, or handed a case. */
  readonly addressee: t.TypeOf<typeof Notified>['data']['to']
  readonly side: 'customer' | 'merchant'

  readonly route: words.Route
  readonly milestone: words.Milestone
  /** Milestones and all other events; and what a route may forbid besides. */
  readonly event: CaseEventType | 'faultSheet' | 'exchanged' | 'repaired'
  readonly situation: Situation | 'none'
  readonly deadlineRule: words.DeadlineRule
  readonly reviewStage: ReviewStage
  readonly reviewOutcome: 'accepted' | 'declined' | 'moreEvidence'
  readonly fault: words.Fault | 'notJudged'
  readonly submission: Submission
  readonly need: MilestoneNeed
  readonly closedOutcome: ClosedOutcome
  readonly calendarProblem: CalendarProblem['code']

  readonly reason: words.Reason
  readonly channel: words.Channel
  readonly initiator: 'customer' | 'merchant'
  readonly evidenceKind: t.TypeOf<typeof fields.EvidenceKind>
  readonly faultSheetField: 'faultSheet' | 'purchasedAt' | 'bank' | 'amount' | 'registeredMobile' | 'symptom'
  readonly condition: FailedCondition['condition']
  readonly declineReason: t.TypeOf<typeof fields.DeclineReason>
  readonly alternative: fields.Alternative['kind']
  readonly noticeKind: t.TypeOf<typeof NoticeKind>
  readonly archiveItem: ArchivedItem['item']

  readonly shipment: Shipment
  readonly shippingMethod: t.TypeOf<typeof fields.ShippingMethod>
  readonly inspection: fields.InspectionResult | 'none'
  readonly appearance: t.TypeOf<typeof fields.Appearance>
  readonly packaging: t.TypeOf<typeof fields.Packaging>
  readonly disposition: t.TypeOf<typeof fields.Disposition>

  readonly component: Component | 'units'
  readonly method: words.PaymentMethod
  readonly destinationGround: t.TypeOf<typeof fields.DestinationGround>
  readonly attempt: AttemptStatus | 'none'
  readonly failureReason: t.TypeOf<typeof FailureReason>
  readonly funds: Funds['checked']
  readonly quoteTerm: fields.QuoteTerm['kind']
  readonly deduction: fields.DeductionReason
  readonly ledgerAccount: LedgerAccount

  readonly disputeLevel: words.DisputeLevel
  readonly disputeCategory: t.TypeOf<typeof DisputeCategory>
  readonly rulingGround: t.TypeOf<typeof RulingGround>

  readonly rosterProblem: RosterInvalid['facts']['problem']
  readonly attendanceList: AttendanceList
  readonly attendanceProblem: AttendanceProblem
  /** What a handover sheet cannot do without. */
  readonly sheetPart: SheetPart
  readonly shiftEvent: ShiftEvent['type']
  readonly ledgerStep: LedgerEvent['type']
  readonly ledgerDepartment: LedgerDepartment
}

export type TermKind = keyof Vocabulary

/** What a word is called, in English and in Chinese. */
export type Term = readonly [en: string, zhCN: string]

/** The terms of some kinds: one for each of their words, or it does not compile. */
export type TermsOf<Kind extends TermKind> = {
  readonly [K in Kind]: { readonly [Word in Vocabulary[K]]: Term }
}
