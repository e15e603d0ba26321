import type { StoreError } from '../eventsourcing/event-store.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import type { VaultError } from '../sealing/vault.js'
import type { Catalogue } from './catalogue.js'
import type { RefusalCode } from './codes.js'
import { en } from './en.js'
import type { Language } from './language.js'
import { toldByName, toldOf } from './told-of.js'
import { zhCN } from './zh-cn.js'

const catalogues: { readonly [L in Language]: Catalogue } = { en, 'zh-CN': zhCN }

export interface ExplainOptions {
  /** The currency of the case, ISO 4217. Without it amounts are given in minor units. */
  readonly currency?: string
}

type ByCode<T> = { readonly [code: string]: T | undefined }
const of = <T>(by: ByCode<T>, code: string): T | undefined => (Object.hasOwn(by, code) ? by[code] : undefined)

const refused = ({ code, facts }: Refusal, language: Language, { currency }: ExplainOptions): string => {
  const catalogue = catalogues[language]
  const say = of(catalogue.refusals, code)
  return say === undefined ? catalogue.unknownCode(code) : say(toldOf(language, currency, facts))
}

const unable = (failure: StoreError | VaultError, language: Language): string => {
  const catalogue = catalogues[language]
  const sentences: ByCode<string> = failure.kind === 'storeError' ? catalogue.storeErrors : catalogue.vaultErrors
  // What the store or vault says itself is in English, and says more than its code does.
  const own = language === 'en' && failure.message !== '' ? failure.message : undefined
  const sentence = own ?? of(sentences, failure.code) ?? catalogue.unknownCode(failure.code)
  const maybeWritten = failure.kind === 'storeError' && failure.written === 'unknown'
  const space = language === 'en' ? ' ' : ''
  return maybeWritten ? `${sentence}${space}${catalogue.writtenUnknown}` : sentence
}

/**
 * One or two plain sentences for whoever was refused: what is wrong, with the facts, and what to do next. Total:
 * whatever the facts are, and whatever the code is, there is a sentence.
 */
export const explain = (
  failure: Refusal | StoreError | VaultError,
  language: Language,
  options: ExplainOptions = {},
): string => (failure.kind === 'refusal' ? refused(failure, language, options) : unable(failure, language))

/** The sentence of a code with the names of the facts where the facts would stand: `{asked}`. */
export const sentenceOf = (code: RefusalCode, language: Language): string =>
  catalogues[language].refusals[code](toldByName)
