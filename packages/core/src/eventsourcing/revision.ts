/** The place of an event in its stream: 0 for the first. */
export type Revision = number

/** What an append that follows a decision must name: the last revision it saw, or that it saw no stream. */
export type ExpectedRevision = Revision | 'no_stream'

/**
 * What the raw port takes besides. `any` and `stream_exists` check nothing that a decision rests on, and are idempotent
 * by best effort only: whatever is chained never uses them.
 */
export type RawExpectedRevision = ExpectedRevision | 'any' | 'stream_exists'
