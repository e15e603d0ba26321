import type { Revision } from '../eventsourcing/revision.js'
import type { Sha256 } from '../eventsourcing/sha256.js'
import type { StreamName } from '../eventsourcing/stream-name.js'

/** The last event of a stream, by its hash: it stands for the whole stream up to there. */
export interface StreamHead {
  readonly stream: StreamName
  readonly revision: Revision
  readonly hash: string
}

/**
 * One digest for the heads of many streams, in whatever order they are handed in (§9). A leaf is the SHA-256 of
 * `leaf`, stream, revision and hash, a line each; two neighbours make a node, the SHA-256 of `node` and both, a line
 * each; one that has no neighbour goes up as it is. Of no heads at all it is the SHA-256 of nothing.
 */
export const merkleRoot = (sha256: Sha256, heads: ReadonlyArray<StreamHead>): string => {
  let level = heads
    .toSorted((a, b) => (a.stream < b.stream ? -1 : 1))
    .map(({ stream, revision, hash }) => sha256(`leaf\n${stream}\n${revision}\n${hash}`))
  while (level.length > 1) {
    const above: Array<string> = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at] ?? '', level[at + 1]]
      above.push(right === undefined ? left : sha256(`node\n${left}\n${right}`))
    }
    level = above
  }
  return level[0] ?? sha256('')
}
