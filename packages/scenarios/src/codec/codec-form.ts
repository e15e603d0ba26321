import { right } from 'fp-ts/lib/Either.js'
import {
  Amounts,
  Count,
  FreeText,
  Instant,
  LocalDate,
  MinorUnits,
  Positive,
  Sealed,
  SignedMinorUnits,
  Uuid,
} from '@refund-case/core'
import type * as t from 'io-ts'
import { either } from '../form/choices.js'
import { fields, may, must, type FieldSpecs } from '../form/fields.js'
import { meaningProblem, named, reading, shapeProblem, type Form } from '../form/form.js'
import { list, map } from '../form/lists.js'
import {
  amount,
  caseAliasOrId,
  day,
  flag,
  nothing,
  number,
  signedAmount,
  text,
  time,
  whole,
  words,
} from '../form/scalars.js'
import { anatomyOf, type CodecField } from './anatomy.js'
import { shorthandOf } from './shorthands.js'

const byIdentity: ReadonlyMap<t.Mixed, Form<unknown>> = new Map<t.Mixed, Form<unknown>>([
  [MinorUnits, amount],
  [Positive, whole(1, 1_000_000)],
  [Count, whole(0, Number.MAX_SAFE_INTEGER)],
  [SignedMinorUnits, signedAmount],
  [Instant, time],
  [LocalDate, day],
  [Uuid, caseAliasOrId],
  [FreeText, text('a text of 1 to 4000 characters', undefined, 4_000)],
  [Sealed, text('the text that is sealed there')],
])

// Shown by its name where it is a part of something.
const amountsByComponent = named('amounts by component', () => amountFields)

const known = new Map<t.Mixed, Form<unknown>>()

/**
 * How an author writes what this codec decodes: amounts with decimals, times on the wall, cases by alias, texts in
 * plain, and the shorthands. It reads into what the codec takes.
 */
export const formOfCodec = (codec: t.Mixed): Form<unknown> => {
  if (codec === Amounts) return amountsByComponent
  const form = byIdentity.get(codec) ?? known.get(codec) ?? shorthandOf(codec, formOfCodec) ?? plainFormOf(codec)
  known.set(codec, form)
  return form
}

const plainFormOf = (codec: t.Mixed): Form<unknown> => {
  const anatomy = anatomyOf(codec)
  switch (anatomy.kind) {
    case 'words':
      return words(anatomy.words)
    case 'constant':
      return constant(anatomy.value)
    case 'flag':
      return flag
    case 'list':
      return list(formOfCodec(anatomy.item))
    case 'record':
      return numbersByName
    case 'fields':
      return fields(specsOf(anatomy.fields))
    case 'union':
      return either(anatomy.members.map(formOfCodec))
    case 'scalar':
      return scalar(codec)
  }
}

// The one dictionary there is: the numbers that went into a term of a quote, amounts and counts.
const numbersByName: Form<unknown> = reading(
  map({ pattern: /^[A-Za-z]+$/, says: 'the name of a number' }, number),
  (entries) => right(Object.fromEntries(entries)),
)

const constant = (value: boolean | number | null): Form<unknown> => {
  if (value === null) return nothing
  if (typeof value === 'number') return whole(value, value)
  return {
    node: { kind: 'flag', only: value },
    read: (given, path) => (given === value ? right(value) : shapeProblem(path, `expected ${value}`)),
  }
}

export const specsOf = (codecFields: ReadonlyMap<string, CodecField>): FieldSpecs =>
  Object.fromEntries(
    [...codecFields].map(([name, { codec, optional }]) => [
      name,
      optional ? may(formOfCodec(codec)) : must(formOfCodec(codec)),
    ]),
  )

const amountFields = plainFormOf(Amounts)

const scalar = (codec: t.Mixed): Form<unknown> => {
  const base: Form<unknown> = codec.is(1) ? whole(0, Number.MAX_SAFE_INTEGER) : text(codec.name)
  return reading(base, (value, path) =>
    codec.is(value) ? right(value) : meaningProblem(path, `expected ${codec.name}`),
  )
}
