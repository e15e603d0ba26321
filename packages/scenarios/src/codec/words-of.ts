import type * as t from 'io-ts'
import { anatomyOf } from './anatomy.js'

/** The words that a codec of words accepts. */
export const wordsOf = (codec: t.Mixed): ReadonlyArray<string> => {
  const anatomy = anatomyOf(codec)
  return anatomy.kind === 'words' ? anatomy.words : []
}
