export { adoptEnvelope } from './adopt-envelope.js'
export { isBuiltEnvelope } from './built-envelope.js'
export * from './codec/index.js'
export * from './decider.js'
export { buildEnvelopes, type EnvelopeBatch, type EnvelopeDraft } from './envelope-builder.js'
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
export * from './position.js'
export * from './refusal.js'
export * from './revision.js'
export type { Sha256 } from './sha256.js'
export * from './stream-name.js'
