import type { Reader } from './reader.js'

/** A heading over the whole width. */
export const sectionHeading = (text: string, { paint, width }: Reader): ReadonlyArray<string> => [
  paint.heading(text),
  paint.quiet('─'.repeat(width)),
]
