import type { PlayRun, ScenarioRun } from '@refund-case/scenarios'
import type { PlayReader, Reader } from './reader.js'

/** A reader of a play that has been played to its end. */
export const readerOf = (
  play: PlayRun,
  { currency, zone }: Pick<ScenarioRun, 'currency' | 'zone'>,
  reader: Reader,
): PlayReader => {
  const aliases = new Map(play.cases.map((run) => [run.caseId, run.case]))
  return { ...reader, currency, zone, aliasOf: (caseId) => aliases.get(caseId) }
}
