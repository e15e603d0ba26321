import { isLeft } from 'fp-ts/lib/Either.js'
import { localDateTimeOf, type TimeZone } from '../../calendar/index.js'
import { formatAmount } from '../../money/index.js'
import { termOf, type Language } from '../../refusals/index.js'
import type { CaseProgress, ProgressEntry, ToldProgress } from './case-progress.js'
import { acceptedWithoutAmount, sayings, stageWords, stepWords } from './words.js'

export interface TellOptions {
  /** Whose time a date is told in (default Asia/Shanghai). */
  readonly timeZone?: TimeZone
}

/** The progress of a case in words for its customer. */
export const tellProgress = (
  progress: CaseProgress,
  language: Language,
  { timeZone = 'Asia/Shanghai' }: TellOptions = {},
): ToldProgress => {
  const at = language === 'en' ? 0 : 1
  const { caseNo, currency, stage, declined } = progress
  const money = (amount: number): string => {
    const text = formatAmount(amount, currency)
    return isLeft(text) ? String(amount) : `${text.right} ${currency}`
  }
  const told = ({ step, at: when, amount, method, until }: ProgressEntry) => ({
    at: when,
    text: filled(wordsFor(step, amount)[at], {
      amount: amount === undefined ? undefined : money(amount),
      method: method === undefined ? undefined : termOf(language, 'method', method),
      until: until === undefined ? undefined : localDateTimeOf(timeZone, until).date,
    }),
  })
  const instead = (alternatives: NonNullable<CaseProgress['declined']>['alternatives']): string =>
    alternatives.length === 0
      ? sayings.noneInstead[at]
      : filled(sayings.instead[at], {
          alternatives: alternatives
            .map(({ kind, value }) =>
              value === undefined
                ? termOf(language, 'alternative', kind)
                : `${termOf(language, 'alternative', kind)} ${money(value)}`,
            )
            .join(sayings.between[at]),
        })
  const next = stageWords[stage].next[at]
  const because =
    declined === null || stage !== 'declined'
      ? []
      : [
          filled(sayings.because[at], { reason: termOf(language, 'declineReason', declined.reason) }),
          instead(declined.alternatives),
        ]
  return {
    headline: filled(sayings.headline[at], { caseNo, stage: stageWords[stage].is[at] }),
    next: [...because, next].join(language === 'en' ? ' ' : ''),
    entries: progress.entries.map(told),
  }
}

/** Under a ruling a review accepts without naming an amount. */
const wordsFor = (step: ProgressEntry['step'], amount: number | undefined) =>
  step === 'accepted' && amount === undefined ? acceptedWithoutAmount : stepWords[step]

/** The words with what they name filled in. */
const filled = (words: string, values: { readonly [name: string]: string | undefined }): string => {
  let text = words
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) text = text.replaceAll(`{${name}}`, value)
  return text
}
