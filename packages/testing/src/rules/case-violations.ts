import type { CaseEvent, Stored } from '@refund-case/core'
import type { History, PlayedCase } from '../play/history.js'
import { walk, type Moment } from './reference/reference-case.js'

/** An event, as it is named in what a rule has to say. */
export const named = (caseId: string, { type, meta }: Stored<CaseEvent>): string =>
  `case ${caseId.slice(0, 8)}, event ${meta.revision} (${type} by ${meta.actor.id}, ${meta.occurredAt})`

/** Whatever is found at the moments of all cases: an answer is a complaint about the moment's event. */
export const atMoments = (
  { cases }: Pick<History, 'cases'>,
  complaint: (moment: Moment, of: PlayedCase) => string | undefined,
): ReadonlyArray<string> =>
  cases.flatMap((of) => {
    const complaints: Array<string> = []
    walk(of.events, (moment) => {
      const found = complaint(moment, of)
      if (found !== undefined) complaints.push(`${named(of.caseId, moment.event)}: ${found}`)
    })
    return complaints
  })

/** How many events of these types there are. */
export const countOf = ({ cases }: Pick<History, 'cases'>, ...types: ReadonlyArray<CaseEvent['type']>): number =>
  cases.reduce((sum, { events }) => sum + events.filter(({ type }) => types.includes(type)).length, 0)
