import type * as t from 'io-ts'
import { anatomyOf, wordsOf } from './anatomy.js'

/**
 * What a codec accepts, in words that follow "expected": `a positive integer` for one named `PositiveInteger`, the
 * name itself where it is written in words. Never anything of a value.
 */
export const phraseOf = (codec: t.Mixed): string => {
  const words = wordsOf(codec)
  if (words !== undefined) return words.length === 1 ? quotedList(words) : `one of ${quotedList(words)}`
  const anatomy = anatomyOf(codec)
  switch (anatomy.kind) {
    case 'plain':
      return plainPhrases.get(codec.name) ?? inWords(codec.name)
    case 'fields':
    case 'dictionary':
      return 'an object'
    case 'list':
    case 'tuple':
      return 'a list'
    case 'union':
      return [...new Set(anatomy.members.map(phraseOf))].join(' or ')
    default:
      return inWords(codec.name)
  }
}

const plainPhrases: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['boolean', 'true or false'],
  ['null', 'null'],
  ['undefined', 'nothing'],
  ['UnknownArray', 'a list'],
  ['UnknownRecord', 'an object'],
])

const quotedList = (words: ReadonlyArray<unknown>): string => words.map((word) => JSON.stringify(word)).join(', ')

const inWords = (name: string): string => {
  if (!/^[A-Za-z0-9]+$/.test(name)) return name
  const words = name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase()
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`
}
