import * as fc from 'fast-check'

/** Whose turn it is at the store: mostly on with the same, now and then somebody else's. */
export const interleavings = fc.array(
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) }),
  { maxLength: 80 },
)
