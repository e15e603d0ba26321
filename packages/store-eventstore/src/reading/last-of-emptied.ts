import type { Revision } from '@refund-case/core'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { badRequest } from '../wire/failure.js'
import type { ReadTools } from './read-tools.js'
import { interruption, type Interruption } from './until-it-works.js'

const question = {
  id: '00000000-0000-4000-8000-000000000000',
  type: 'Asked',
  data: Buffer.from('{}'),
  metadata: Buffer.from('{}'),
}

/** No stream ever comes so far. */
const NEVER = Number.MAX_SAFE_INTEGER

/**
 * The last revision of a stream whose events are all truncated. No read tells it; the refusal of an append at a revision
 * that cannot be does, and writes nothing.
 */
export const lastOfEmptied = async (
  { send, silenceMs }: ReadTools,
  stream: string,
): Promise<Either<Interruption, Revision | 'no_stream'>> => {
  const answer = await send({ stream, expected: NEVER, events: [question], size: 0 }, silenceMs)
  if (answer.kind === 'wrongRevision') return right(answer.actual)
  return left(interruption(answer.kind === 'failed' ? answer.failure : badRequest))
}
