import type { CaseView, Deadline, Instant } from '@refund-case/core'
import { finding, type Finding } from '../compare/finding.js'
import { writtenTime, type Writing } from '../compare/written.js'
import type { Pointer } from '../source/pointer.js'
import { lookAt } from './case-look.js'
import type { Scene } from './scene.js'

type Seen = Pick<CaseView, 'situation' | 'revision' | 'deadlines' | 'binding'>

/** What the service says of a case is what its events come to. */
export const viewFinding = (scene: Scene, view: CaseView, at: Instant, path: Pointer): Finding => {
  const look = lookAt(scene.tape, view.caseId, at)
  const lines = (seen: Seen) => seenLines(seen, scene.writing)
  return finding(
    path,
    'what the service says of the case',
    look === undefined ? 'no case' : lines({ ...look, revision: look.state.revision }),
    lines(view),
  )
}

const seenLines = ({ situation, revision, deadlines, binding }: Seen, writing: Writing): ReadonlyArray<string> => [
  `${situation}, revision ${revision}`,
  ...deadlines.map((deadline) => deadlineLine(deadline, writing)),
  binding === undefined ? 'nothing binds' : `binding: ${deadlineLine(binding, writing)}`,
]

const deadlineLine = ({ rule, limit, status, provisional, startedBy }: Deadline, writing: Writing): string =>
  `${rule} ${writtenTime(limit, writing)} ${status}${provisional ? ' provisional' : ''}, started by ${startedBy}`
