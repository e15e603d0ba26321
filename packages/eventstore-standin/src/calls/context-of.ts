import type { ErrorContext } from '../faults/error-answers.js'
import type { ExpectedRevision } from '../writing/expected-revision.js'
import type { Node } from './node.js'

/** What an error may have to name about a call. */
export const contextOf = (node: Node, stream: string, expected: ExpectedRevision = 'any'): ErrorContext => ({
  stream,
  expected,
  current: node.log.lastRevision(stream),
  leader: node.leader === 'this' ? node.endpoint : node.leader,
  maxAppendSize: node.maxAppendSize,
})
