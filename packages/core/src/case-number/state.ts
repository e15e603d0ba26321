import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { eventRegistry } from '../eventsourcing/codec/index.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { StreamKind } from '../eventsourcing/stream-kind.js'
import { NumberTaken, OwnNumberTaken, type CaseNumberEvent, type OwnNumberEvent } from './events.js'

/** `caseNumber-{yyyy}`: the last number of the year that is given out, 0 before the first. It needs its last event only. */
export const caseNumberKind: StreamKind<CaseNumberEvent, { readonly last: number }> = {
  category: 'caseNumber',
  registry: eventRegistry([NumberTaken]),
  initial: { last: 0 },
  evolve: (_, event) => ({ last: event.data.last }),
}

/** `ownNumber-{caseNo}`: whose the number is. */
export const ownNumberKind: StreamKind<OwnNumberEvent, { readonly caseId: string | undefined }> = {
  category: 'ownNumber',
  registry: eventRegistry([OwnNumberTaken]),
  initial: { caseId: undefined },
  evolve: (_, event) => ({ caseId: event.data.caseId }),
}

/** The number as people write it: `2026-000123`. */
export const caseNoOf = (year: string, number: number): string => `${year}-${String(number).padStart(6, '0')}`

/** Year and number of a number given out here; undefined for an embedder's own. */
export const partsOfCaseNo = (caseNo: string): { readonly year: string; readonly number: number } | undefined => {
  const match = /^(\d{4})-(\d{6,9})$/.exec(caseNo)
  return match?.[1] === undefined ? undefined : { year: match[1], number: Number(match[2]) }
}

/** The next block of numbers; its first is for this case. */
export const takeNumbers = (last: number, block: number, caseId: string): CaseNumberEvent => ({
  type: 'NumberTaken',
  data: { first: last + 1, last: last + Math.max(1, block), caseId },
})

/** A number of the embedder's own is used once. */
export const takeOwnNumber = (
  caseNo: string,
  caseId: string,
  taken: { readonly caseId: string | undefined },
): Either<Refusal, ReadonlyArray<OwnNumberEvent>> => {
  // The form of the numbers given out here: a number of the embedder's own never looks like one of them.
  const form = partsOfCaseNo(caseNo) === undefined ? undefined : 'yyyy-nnnnnn'
  if (form !== undefined)
    return left({ kind: 'refusal', code: 'CASE_NUMBER_TAKEN', rule: '§1', facts: { caseNo, form } })
  if (taken.caseId === undefined) return right([{ type: 'OwnNumberTaken', data: { caseNo, caseId } }])
  return taken.caseId === caseId
    ? right([])
    : left({ kind: 'refusal', code: 'CASE_NUMBER_TAKEN', rule: '§1', facts: { caseNo } })
}
