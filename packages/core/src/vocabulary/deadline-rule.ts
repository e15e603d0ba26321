import type * as t from 'io-ts'
import { words } from './words.js'

/** The named deadlines of a case. */
export const caseDeadlineRules = [
  'faultSheet',
  'review',
  'toFinance',
  'finance',
  'payment',
  'toCard',
  'cashierSameDay',
  'exceptionReport',
  'overall',
  'statutoryRefund',
  'evidence',
] as const
export const DeadlineRule = words('DeadlineRule', ...caseDeadlineRules)
export type DeadlineRule = t.TypeOf<typeof DeadlineRule>
