import type * as t from 'io-ts'
import { anatomyOf, wordsOf, type Anatomy, type Word } from './anatomy.js'

/** The field by whose word the members of a union are told apart. */
export interface UnionTag {
  readonly name: string
  readonly members: ReadonlyMap<unknown, t.Mixed>
}

/** The first field that every member requires, with words that no other member has. */
export const unionTagOf = (members: ReadonlyArray<t.Mixed>): UnionTag | undefined => {
  const [first] = members
  if (first === undefined) return undefined
  for (const name of fieldNames(anatomyOf(first))) {
    const tagged = membersByWord(members, name)
    if (tagged !== undefined) return { name, members: tagged }
  }
  return undefined
}

const fieldNames = (anatomy: Anatomy): Iterable<string> => {
  if (anatomy.kind === 'refined') return fieldNames(anatomy.base)
  return anatomy.kind === 'fields' ? anatomy.fields.keys() : []
}

const membersByWord = (members: ReadonlyArray<t.Mixed>, name: string): Map<Word, t.Mixed> | undefined => {
  const byWord = new Map<Word, t.Mixed>()
  for (const member of members) {
    const words = wordsUnder(anatomyOf(member), name)
    if (words === undefined || words.some((word) => byWord.has(word))) return undefined
    for (const word of words) byWord.set(word, member)
  }
  return byWord
}

const wordsUnder = (anatomy: Anatomy, name: string): ReadonlyArray<Word> | undefined => {
  if (anatomy.kind === 'refined') return wordsUnder(anatomy.base, name)
  const field = anatomy.kind === 'fields' ? anatomy.fields.get(name) : undefined
  const codec = field?.optional === false ? field.codecs[0] : undefined
  return codec === undefined ? undefined : wordsOf(codec)
}
