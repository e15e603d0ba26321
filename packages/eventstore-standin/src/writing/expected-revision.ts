/** What a writer expects of a stream: a revision, or one of three words. */
export type ExpectedRevision = bigint | 'any' | 'no_stream' | 'stream_exists'

/** The number that the server has for it in its messages. */
export const asNumber = (expected: ExpectedRevision): string => {
  switch (expected) {
    case 'no_stream':
      return '-1'
    case 'any':
      return '-2'
    case 'stream_exists':
      return '-4'
    default:
      return String(expected)
  }
}
