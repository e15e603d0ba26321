export { adoptEnvelope, adoptParsed } from './adopt-envelope.js'
export { isBuiltEnvelope } from './built-envelope.js'
export * from './codec/index.js'
export { runCommand } from './command-loop.js'
export type * from './command-run.js'
export * from './decider.js'
export { buildEnvelopes, type EnvelopeDraft } from './envelope-builder.js'
export type { EnvelopeBatch } from './envelope-chain.js'
export * from './envelope.js'
export * from './event-store.js'
export {
  continueChain,
  envelopeHash,
  firstHash,
  startOfChain,
  verifyChain,
  type ChainBreak,
  type ChainBreakReason,
  type ChainHead,
} from './hash-chain.js'
export { canonicalJson } from './json/canonical-json.js'
export type { JsonPointer } from './json/json-pointer.js'
export type { NotJson, NotJsonReason } from './json/not-json.js'
export { loadStream } from './load-stream.js'
export { continueLoad, nothingLoaded, type Loaded } from './loaded.js'
export type { TimeRunsBackwards } from './occurred-now.js'
export * from './position.js'
export type { StreamRevision } from './stream-revision.js'
export * from './refusal.js'
export * from './revision.js'
export type { Sha256 } from './sha256.js'
export { stateAt, type PointInHistory } from './state-at.js'
export {
  badExpectedRevision,
  badFrom,
  badLimit,
  badStreamName,
  isExpectedRevision,
  isLimit,
  isRevision,
  isStreamName,
  keepBatch,
  storeRefusal,
  unreadableInput,
} from './store-input.js'
export type { StreamKind } from './stream-kind.js'
export * from './stream-name.js'
