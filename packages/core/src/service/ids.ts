import type { CommandMark, ExpectedRevision, StreamName } from '../eventsourcing/index.js'
import type { ServiceContext } from './context.js'

/** The id of the case that a request with this key opens. */
export const caseIdFor = ({ options, namespace }: ServiceContext, key: string): string => options.ids.v5(namespace, key)

// One name for one list of parts: a key may hold anything, so its length goes first; no other part holds a `#`, or ends
// where the next could begin.
const keyed = ({ key, fingerprint }: CommandMark): string => `${key.length}#${key}#${fingerprint}#`

/** The ids of a call's events in one stream: named after a keyed command, else drawn once and kept. */
export const eventIds = (
  { options, namespace }: ServiceContext,
  stream: StreamName,
  command: CommandMark | undefined,
): ((index: number) => string) => {
  if (command !== undefined) {
    const name = `${keyed(command)}${stream}`
    return (index) => options.ids.v5(namespace, `${name}#${index}`)
  }
  const drawn: Array<string> = []
  return (index) => {
    while (drawn.length <= index) drawn.push(options.ids.v7())
    return drawn[index] ?? options.ids.v7()
  }
}

/** The ids of account events: named after the account, the case, the revision of it that they follow, and where they are appended. */
export const accountEventIds =
  ({ options, namespace }: ServiceContext, account: StreamName, caseId: string, caseRevision: number) =>
  (index: number, expected: ExpectedRevision): string =>
    options.ids.v5(namespace, `${account}#${caseId}#${caseRevision}#${expected}#${index}`)

/**
 * The id of a taken number names also where it was appended: a request that is repeated after a crash takes another
 * number, and no two events share an id.
 */
export const numberEventIds =
  ({ options, namespace }: ServiceContext, stream: StreamName, command: CommandMark) =>
  (index: number, expected: ExpectedRevision): string =>
    options.ids.v5(namespace, `${keyed(command)}${stream}#${expected}#${index}`)
