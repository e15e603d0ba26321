import type * as t from 'io-ts'
import { Instant, LocalDate, LocalTime, TimeZone } from '../../src/calendar/index.js'
import { MAX_DAYS, MAX_MINUTES } from '../../src/calendar/limit.js'
import { anatomyOf, wordsOf, type Fields } from '../../src/eventsourcing/codec/anatomy.js'
import { phraseOf } from '../../src/eventsourcing/codec/phrase.js'
import { terms, type TermKind } from '../../src/refusals/index.js'
import { Sealed } from '../../src/sealing/index.js'
import { FreeText, FreeTextCodec } from '../../src/sealing/free-text.js'
import * as vocabulary from '../../src/vocabulary/index.js'
import { code, page, table } from './markdown.js'

const { Count, Currency, Id, MinorUnits, PersonId, Positive, Reference, Sha256Hex, Uuid } = vocabulary

/** Values without parts, by the name they have on this page. */
const scalars: ReadonlyMap<t.Mixed, readonly [name: string, says: string]> = new Map<
  t.Mixed,
  readonly [string, string]
>([
  [MinorUnits, ['MinorUnits', MinorUnits.name]],
  [Positive, ['Positive', Positive.name]],
  [Count, ['Count', Count.name]],
  [Currency, ['Currency', Currency.name]],
  [Id, ['Id', Id.name]],
  [PersonId, ['PersonId', PersonId.name]],
  [Reference, ['Reference', Reference.name]],
  [Uuid, ['Uuid', Uuid.name]],
  [Sha256Hex, ['Sha256Hex', Sha256Hex.name]],
  [Instant, ['Instant', 'a point in time, exactly YYYY-MM-DDTHH:mm:ss.sssZ']],
  [LocalDate, ['LocalDate', 'a date, exactly YYYY-MM-DD']],
  [LocalTime, ['LocalTime', 'a time on the wall, HH:mm']],
  [TimeZone, ['TimeZone', 'an IANA time zone']],
  [FreeText, ['text', FreeText.name]],
  [Sealed, ['Sealed', 'a text under the key of its subject: subject, keyId, nonce, ciphertext, commitment']],
])

const phrases: ReadonlyMap<string, string> = new Map([
  ['string', 'a string'],
  ['Days', `a whole number from 0 to ${MAX_DAYS}`],
  ['Minutes', `a whole number from 0 to ${MAX_MINUTES}`],
])

const mostInline = 6

/** The list of terms that holds these words, and few others. */
const termKindOf = (words: ReadonlyArray<string>): TermKind | undefined =>
  (Object.keys(terms) as ReadonlyArray<TermKind>).find((kind) => {
    const known = Object.keys(terms[kind])
    return known.length <= words.length + 1 && words.every((word) => known.includes(word))
  })

const wordsText = (words: ReadonlyArray<string | number | boolean>): string => {
  const kind = words.length > mostInline ? termKindOf(words.map(String)) : undefined
  return kind === undefined
    ? words.map((word) => code(String(word))).join(' · ')
    : `one of [${kind}](#words-${kind.toLowerCase()})`
}

const named = new Map<string, Fields>()

const inline = (fields: Fields): string => {
  const parts = [...fields].map(
    ([name, { optional, codecs }]) => `${name}${optional ? '?' : ''}: ${codecs.map(shapeOf).join(' and ')}`,
  )
  return `{ ${parts.join(', ')} }`
}

/** What a codec accepts, in a few words; a shape with a name of its own is described once, in `namedShapes`. */
const shapeOf = (codec: t.Mixed): string => {
  const scalar = scalars.get(codec)
  if (scalar !== undefined) return scalar[0]
  if (codec instanceof FreeTextCodec) return `text of 1 to ${codec.maxLength} characters`
  const words = wordsOf(codec)
  if (words !== undefined) return wordsText(words)
  const anatomy = anatomyOf(codec)
  switch (anatomy.kind) {
    case 'fields':
      if (!/^[A-Z]\w+$/.test(codec.name)) return inline(anatomy.fields)
      named.set(codec.name, anatomy.fields)
      return `[${codec.name}](#shape-${codec.name.toLowerCase()})`
    case 'list':
      return `list of ${shapeOf(anatomy.item)}`
    case 'tuple':
      return `list: ${anatomy.items.map(shapeOf).join(', ')}`
    case 'dictionary':
      return `object of ${shapeOf(anatomy.value)} by ${shapeOf(anatomy.key)}`
    case 'union':
      return anatomy.members.map(shapeOf).join(' or ')
    case 'plain':
    case 'opaque':
    case 'refined':
    case 'recursive':
      return phrases.get(codec.name) ?? phraseOf(codec)
  }
}

const fieldTable = (fields: Fields): string =>
  fields.size === 0
    ? 'No fields.'
    : table(
        ['field', '', 'holds'],
        [...fields].map(([name, { optional, codecs }]) => [
          code(name),
          optional ? 'optional' : 'required',
          codecs.map(shapeOf).join(' and '),
        ]),
      )

/** The fields of a codec; where it is one of several shapes, each after the other. */
export const fieldsOf = (codec: t.Mixed): string => {
  const anatomy = anatomyOf(codec)
  if (anatomy.kind === 'fields') return fieldTable(anatomy.fields)
  return anatomy.kind === 'union' ? anatomy.members.map(fieldsOf).join('\n\nor\n\n') : shapeOf(codec)
}

/** Every shape that was named while the page was written, with those that they name in turn. */
export const namedShapes = (): string => {
  const written: Array<string> = []
  const done = new Set<string>()
  for (
    let next = [...named.keys()].filter((name) => !done.has(name));
    next.length > 0;
    next = [...named.keys()].filter((name) => !done.has(name))
  )
    for (const name of next) {
      done.add(name)
      written.push(page(`### Shape: ${name}`, fieldTable(named.get(name) ?? new Map())))
    }
  return page(...written.toSorted())
}

export const scalarTable = (): string =>
  table(
    ['name', 'is'],
    [...scalars.values()].map(([name, says]) => [code(name), says]),
  )
