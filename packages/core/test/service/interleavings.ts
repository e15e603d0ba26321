import * as fc from 'fast-check'

const mostlyOn = fc.array(
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) }),
  { maxLength: 80 },
)
/** In step: each call to the store waits until all others had one. */
const inTurn = fc.integer({ min: 5, max: 80 }).map((length) => Array.from({ length }, () => 1))

/** Whose turn it is at the store: mostly on with the same, now and then somebody else's; or everybody's in turn. */
export const interleavings = fc.oneof({ weight: 6, arbitrary: mostlyOn }, { weight: 1, arbitrary: inTurn })
