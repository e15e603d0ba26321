import { isRight } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'

/** What the text of a file holds; nothing where it is not JSON, or does not fit. */
export const decodedJson = <A>(codec: t.Type<A, unknown>, text: string): A | undefined => {
  try {
    const decoded = codec.decode(JSON.parse(text))
    return isRight(decoded) ? decoded.right : undefined
  } catch {
    return undefined
  }
}

export const jsonText = (value: object): string => `${JSON.stringify(value, null, 2)}\n`
