import { isLeft } from 'fp-ts/lib/Either.js'
import { canonicalJson, type Sha256 } from '../../eventsourcing/index.js'

/** The SHA-256 of the canonical JSON of a paper or a row. What is no JSON has the digest of saying so. */
export const digestOf = (sha256: Sha256, paper: unknown): string => {
  const text = canonicalJson(paper)
  return sha256(isLeft(text) ? text.left.kind : text.right)
}
