import {
  dutyPapers,
  journals,
  ledgers,
  payoutLists,
  projectionRunner,
  refundRegisters,
  refundStatistics,
  riskFlags,
  workQueues,
  type FaultTablesView,
  type HandoverSheetsView,
  type JournalView,
  type LedgersView,
  type PayoutListsView,
  type RefundRegistersView,
  type RefundStatistics,
  type RiskFlags,
  type Sha256,
  type WorkQueues,
} from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { cliError, type CliError } from '../cli-error.js'
import type { Books } from '../papers/books.js'

/** What may be asked of all papers of a shop. */
export interface MonthViews {
  readonly sheets: HandoverSheetsView
  readonly faults: FaultTablesView
  readonly ledgers: LedgersView
  readonly queues: WorkQueues
  readonly statistics: RefundStatistics
  readonly risk: RiskFlags
  readonly registers: RefundRegistersView
  readonly payouts: PayoutListsView
  readonly journal: JournalView
}

/** All papers of a shop, as one reading of its streams gives them. */
export const monthViews = async (
  { store, now, zone }: Books,
  sha256: Sha256,
): Promise<Either<CliError, MonthViews>> => {
  const runner = projectionRunner({ store, clock: () => now })
  const timeZone = { timeZone: zone }
  const handles = {
    duty: runner.add(dutyPapers()),
    ledgers: runner.add(ledgers({ sha256, ...timeZone })),
    queues: runner.add(workQueues()),
    statistics: runner.add(refundStatistics(timeZone)),
    risk: runner.add(riskFlags()),
    registers: runner.add(refundRegisters(timeZone)),
    payouts: runner.add(payoutLists(timeZone)),
    journal: runner.add(journals()),
  }
  const read = await runner.catchUp()
  if (isLeft(read)) return left(cliError(read.left.code, read.left.message))
  const stopped = Object.values(handles).find((handle) => handle.status().stopped !== undefined)
  if (stopped !== undefined) {
    const { name, stopped: why } = stopped.status()
    return left(cliError(why?.cause.code ?? 'PROJECTION_STOPPED', `${name} stopped before the end`))
  }
  return right({
    sheets: handles.duty.view(),
    faults: handles.duty.view(),
    ledgers: handles.ledgers.view(),
    queues: handles.queues.view(),
    statistics: handles.statistics.view(),
    risk: handles.risk.view(),
    registers: handles.registers.view(),
    payouts: handles.payouts.view(),
    journal: handles.journal.view(),
  })
}
