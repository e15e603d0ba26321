import {
  associatedDataOf,
  caseStream,
  shiftStream,
  termOf,
  type CaseRow,
  type DoneBy,
  type SealedPlace,
  type ShiftId,
  type TermKind,
} from '@refund-case/core'
import {
  instant,
  money,
  nothing,
  sealed,
  several,
  staff,
  text,
  type Column,
  type Field,
  type Label,
  type Personal,
  type Value,
} from '../document/index.js'
import { fieldLabels } from './words/fields.js'

export const field = (name: string, label: Label, value: Value): Field => ({ name, label, value })

export const column = (name: string, label: Label, width: number, align?: 'right' | 'centre'): Column => ({
  name,
  label,
  width,
  ...(align === undefined ? {} : { align }),
})

/** A word of the library as a label. */
export const termLabel = (kind: TermKind, word: string): Label => [
  termOf('en', kind, word),
  termOf('zh-CN', kind, word),
]

/** A value that may be null, which prints 无. */
export const orNothing = <T>(thing: T | null, value: (thing: T) => Value): Value =>
  thing === null ? nothing : value(thing)

/** A sealed value of a case, where the event has one. */
export const ofCase = (caseId: string, at: SealedPlace | null, holds: Personal): Value =>
  orNothing(at, ({ sealed: it, path }) =>
    sealed({ sealed: it, place: associatedDataOf(caseStream(caseId), path) }, holds),
  )

/** A text that was written down in a shift, and is sealed in its stream. */
export const ofShift = (shift: ShiftId, { sealed: it, path }: SealedPlace): Value =>
  sealed({ sealed: it, place: associatedDataOf(shiftStream(shift), path) }, 'text')

/** Somebody, and when. */
export const doneBy = ({ by, at }: DoneBy): Value => several('beside', [staff(by), instant(at)])

export const mobileOf = ({ caseId, mobile }: CaseRow): Value => ofCase(caseId, mobile, 'phone')
export const contactOf = ({ caseId, contact }: CaseRow): Value => ofCase(caseId, contact, 'phone')
export const bankOf = ({ caseId, bank }: Pick<CaseRow, 'caseId' | 'bank'>): Value => ofCase(caseId, bank, 'open')
export const amountOfCase = ({ amount, currency }: Pick<CaseRow, 'amount' | 'currency'>): Value =>
  money(amount, currency)

/** 文件编号，手机号，金额，银行: what a handover names of every case. */
export const caseFields = (row: CaseRow): ReadonlyArray<Field> => [
  field('documentNo', fieldLabels.documentNo, text(row.documentNo)),
  field('mobile', fieldLabels.mobile, mobileOf(row)),
  field('amount', fieldLabels.amount, amountOfCase(row)),
  field('bank', fieldLabels.bank, bankOf(row)),
]
