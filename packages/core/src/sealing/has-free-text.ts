import type * as t from 'io-ts'
import { anatomyOf, type Anatomy } from '../eventsourcing/codec/anatomy.js'
import { FreeTextCodec } from './free-text.js'

/** Whether a value of the codec can hold a free text, at any depth. */
export const hasFreeText = (codec: t.Mixed): boolean => search(codec, new Set())

// A recursive codec comes round again: nothing new is found in what is being looked at already.
const search = (codec: t.Mixed, seen: Set<t.Mixed>): boolean => {
  if (codec instanceof FreeTextCodec) return true
  if (seen.has(codec)) return false
  seen.add(codec)
  return [...partsOf(anatomyOf(codec))].some((part) => search(part, seen))
}

const partsOf = (anatomy: Anatomy): Iterable<t.Mixed> => {
  switch (anatomy.kind) {
    case 'fields':
      return [...anatomy.fields.values()].flatMap(({ codecs }) => codecs)
    case 'list':
      return [anatomy.item]
    case 'tuple':
      return anatomy.items
    case 'dictionary':
      return [anatomy.value]
    case 'union':
      return anatomy.members
    case 'refined':
      return partsOf(anatomy.base)
    case 'recursive':
      return [anatomy.definition()]
    default:
      return []
  }
}
