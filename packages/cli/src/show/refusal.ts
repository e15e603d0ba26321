import { explain, type Language } from '@refund-case/core'
import type { Answered } from '@refund-case/scenarios'
import type { PlayReader } from './reader.js'

type NotCarriedOut = Exclude<Answered, { readonly kind: 'events' }>

type Names = Pick<PlayReader, 'aliasOf'>

/** Facts with cases by their aliases, as the reader knows them. */
const byAlias = (value: unknown, names: Names): unknown => {
  if (typeof value === 'string') return names.aliasOf(value) ?? value
  if (Array.isArray(value)) return value.map((part) => byAlias(part, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, byAlias(part, names)]))
}

const factsByAlias = (facts: { readonly [name: string]: unknown }, names: Names) =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, byAlias(value, names)]))

/** Why a command was not carried out, and what to do next, in a sentence or two. */
export const reasonOf = (
  answered: NotCarriedOut,
  language: Language,
  reader: Pick<PlayReader, 'aliasOf' | 'currency'>,
): string =>
  answered.kind === 'failed'
    ? explain(answered.failure, language, { currency: reader.currency })
    : explain(
        { kind: 'refusal', code: answered.code, rule: answered.rule, facts: factsByAlias(answered.facts, reader) },
        language,
        { currency: reader.currency },
      )

export const codeOf = (answered: NotCarriedOut): string =>
  answered.kind === 'refused' ? answered.code : answered.failure.code

export const ruleOf = (answered: NotCarriedOut): string | undefined =>
  answered.kind === 'refused' ? answered.rule : undefined
