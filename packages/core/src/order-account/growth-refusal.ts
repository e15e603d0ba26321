import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { Component } from '../money/amounts.js'

// Why a case cannot have what it asks for (§1 "Duplicates", §6). Quantities, or minor units: `asked` in all, `held` what
// the case has of it already, `free` what it could have in addition.

type Short = { readonly asked: number; readonly held: number; readonly free: number }

/** `lineNo` is missing where it is not about a line. */
type AnotherCase = { readonly caseId: string; readonly lineNo?: number }

export type GrowthRefusal =
  | Refusal<'ORDER_UNKNOWN', { readonly caseId: string }>
  | Refusal<'LINE_UNKNOWN', { readonly lineNo: number }>
  | Refusal<'DUPLICATE_OPEN_CASE', AnotherCase>
  | Refusal<'UNITS_TAKEN', AnotherCase>
  | Refusal<'QUANTITY_EXCEEDS', Short & { readonly lineNo: number }>
  | Refusal<
      'AMOUNT_EXCEEDS_REFUNDABLE',
      Short & { readonly component: Component; readonly lineNos?: ReadonlyArray<number> }
    >
  | Refusal<'COMPENSATION_CAP', Short & { readonly cap: number }>

export type Checked = Either<GrowthRefusal, true>
export const fits: Checked = right(true)

export const lineUnknown = (lineNo: number): Checked =>
  left({ kind: 'refusal', code: 'LINE_UNKNOWN', rule: '§6-2', facts: { lineNo } })

export const duplicateOf = (caseId: string, lineNo?: number): Checked =>
  left({
    kind: 'refusal',
    code: 'DUPLICATE_OPEN_CASE',
    rule: '§1 Duplicates',
    facts: { caseId, ...(lineNo === undefined ? {} : { lineNo }) },
  })

export const takenBy = (caseId: string, lineNo?: number): Checked =>
  left({
    kind: 'refusal',
    code: 'UNITS_TAKEN',
    rule: '§1',
    facts: { caseId, ...(lineNo === undefined ? {} : { lineNo }) },
  })

export const quantityExceeds = (facts: Short & { readonly lineNo: number }): Checked =>
  left({ kind: 'refusal', code: 'QUANTITY_EXCEEDS', rule: '§7 rule 2', facts })

export const amountExceeds = (
  facts: Short & { readonly component: Component; readonly lineNos?: ReadonlyArray<number> },
): Checked => left({ kind: 'refusal', code: 'AMOUNT_EXCEEDS_REFUNDABLE', rule: '§6-4', facts })
