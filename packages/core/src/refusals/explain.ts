import type { Undecodable } from '../eventsourcing/codec/undecodable.js'
import type { ConflictUnresolved } from '../eventsourcing/command-run.js'
import type { StoreError } from '../eventsourcing/event-store.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { VaultError } from '../sealing/vault.js'
import type { Catalogue } from './catalogue.js'
import type { RefusalCode } from '../vocabulary/refusal-codes.js'
import { en } from './en.js'
import type { Language } from './language.js'
import type { Say } from './told.js'
import { toldByName, toldOf } from './told-of.js'
import { zhCN } from './zh-cn.js'

const catalogues: { readonly [L in Language]: Catalogue } = { en, 'zh-CN': zhCN }

export interface ExplainOptions {
  /** The currency of the case, ISO 4217. Without it amounts are given in minor units. */
  readonly currency?: string
}

type ByCode<T> = { readonly [code: string]: T | undefined }
const of = <T>(by: ByCode<T>, code: string): T | undefined => (Object.hasOwn(by, code) ? by[code] : undefined)

const unable = (failure: StoreError | VaultError, language: Language): string => {
  const { storeErrors, vaultErrors, writtenUnknown, unknownCode } = catalogues[language]
  const sentences: ByCode<string> = failure.kind === 'storeError' ? storeErrors : vaultErrors
  // What the store or vault says itself is in English, and says more than its code does.
  const own = language === 'en' && failure.message !== '' ? failure.message : undefined
  const sentence = own ?? of(sentences, failure.code) ?? unknownCode(failure.code)
  const maybeWritten = failure.kind === 'storeError' && failure.written === 'unknown'
  const space = language === 'en' ? ' ' : ''
  return maybeWritten ? `${sentence}${space}${writtenUnknown}` : sentence
}

/**
 * One or two plain sentences on why a call did not succeed: what is wrong, with the facts, and what to do next. Total:
 * whatever the facts are, and whatever the code is, there is a sentence.
 */
export const explain = (
  failure: Refusal | StoreError | VaultError | Undecodable | ConflictUnresolved,
  language: Language,
  { currency }: ExplainOptions = {},
): string => {
  const { refusals, undecodable, conflictUnresolved, unknownCode } = catalogues[language]
  const said = (say: Say | undefined, code: string, facts: unknown): string =>
    say === undefined ? unknownCode(code) : say(toldOf(language, currency, facts))
  if (failure.kind === 'refusal') return said(of(refusals, failure.code), failure.code, failure.facts)
  if (failure.kind === 'undecodable') return said(of(undecodable, failure.code), failure.code, failure)
  if (failure.kind === 'conflictUnresolved') return said(conflictUnresolved, failure.kind, failure)
  return unable(failure, language)
}

/** The sentence of a code with the names of the facts where the facts would stand: `{asked}`. */
export const sentenceOf = (code: RefusalCode, language: Language): string =>
  catalogues[language].refusals[code](toldByName)
