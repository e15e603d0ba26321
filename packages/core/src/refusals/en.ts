import type { Catalogue } from './catalogue.js'
import { amounts } from './en/amounts.js'
import { approving } from './en/approving.js'
import { duty } from './en/duty.js'
import { failures } from './en/failures.js'
import { judging } from './en/judging.js'
import { ledgers } from './en/ledgers.js'
import { paying } from './en/paying.js'
import { request } from './en/request.js'
import { running } from './en/running.js'

/** What is said in English. */
export const en: Catalogue = {
  refusals: { ...request, ...amounts, ...judging, ...approving, ...paying, ...running, ...duty, ...ledgers },
  ...failures,
}
