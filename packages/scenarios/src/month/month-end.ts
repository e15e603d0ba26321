import {
  caseStream,
  merkleRoot,
  type CaseActor,
  type CustomerServiceLedger,
  type Failure,
  type FinanceLedger,
  type LedgerDepartment,
  type LedgersView,
  type StreamHead,
  type YearMonth,
} from '@refund-case/core'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import type { DutyCall } from './outcome.js'
import type { MonthShop } from './shop.js'

/** The ledgers as they stand now, read up to this moment. */
export type LedgersNow = () => Promise<LedgersView>

const person = (id: string, role: CaseActor['role']): CaseActor => ({ id, role })

const departments: ReadonlyArray<LedgerDepartment> = ['customerService', 'finance']
const preparer = { customerService: person('li', 'customerService'), finance: person('kong', 'accountant') }
const head = { customerService: person('bu', 'departmentHead'), finance: person('jin', 'departmentHead') }
const administration = person('xing', 'administration')
const archivist = person('tao', 'administration')

type Kept = CustomerServiceLedger | FinanceLedger

/** The last event of every case that the ledger lists. */
const headsOf = async ({ store }: MonthShop, { rows }: Kept): Promise<ReadonlyArray<StreamHead>> => {
  const heads: Array<StreamHead> = []
  for (const stream of new Set(rows.map(({ caseId }) => caseStream(caseId)))) {
    const slice = await store.readStream(stream, { direction: 'backwards', limit: 1 })()
    if (isLeft(slice)) continue
    for (const { revision, envelope } of slice.right.events) heads.push({ stream, revision, hash: envelope.hash })
  }
  return heads
}

/** Who paid in the month or took the cashier's check: none of them may prepare the finance ledger. */
const cashiersOf = ({ rows }: FinanceLedger): ReadonlyArray<string> => [
  ...new Set(
    rows.flatMap(({ recordedBy, cashierCheck }) => [recordedBy, ...(cashierCheck === null ? [] : [cashierCheck.by])]),
  ),
]

const inBoth = (
  command: string,
  call: (department: LedgerDepartment) => Promise<Either<Failure, unknown>>,
): ReadonlyArray<DutyCall> =>
  departments.map((department) => ({ command: `${command} ${department}`, call: () => call(department) }))

/** Both ledgers of the month, step by step: prepared, approved by the heads, submitted, verified, archived (LG1). */
export const monthEnd = (
  { desks, platform, ...shop }: MonthShop,
  ledgers: LedgersNow,
  month: YearMonth,
): ReadonlyArray<DutyCall> => {
  const kept = async (department: LedgerDepartment): Promise<Kept> => (await ledgers())[department](month)
  return [
    {
      command: 'prepareLedger customerService',
      call: () => desks.prepareLedger(preparer.customerService, { department: 'customerService', month })(),
    },
    {
      command: 'prepareLedger finance',
      call: async () =>
        desks.prepareLedger(preparer.finance, {
          department: 'finance',
          month,
          cashiers: cashiersOf((await ledgers()).finance(month)),
        })(),
    },
    ...inBoth('approveLedger', async (department) => {
      const { rows, totals, digest } = await kept(department)
      return desks.approveLedger(head[department], { department, month, rows: rows.length, totals, digest })()
    }),
    ...inBoth('submitLedger', async (department) =>
      desks.submitLedger(head[department], { department, month, digest: (await kept(department)).digest })(),
    ),
    ...inBoth('verifyLedger', async (department) =>
      desks.verifyLedger(administration, { department, month, digest: (await kept(department)).digest })(),
    ),
    ...inBoth('archiveLedger', async (department) => {
      const ledger = await kept(department)
      const heads = await headsOf({ desks, platform, ...shop }, ledger)
      return desks.archiveLedger(archivist, {
        department,
        month,
        digest: ledger.digest,
        merkleRoot: merkleRoot(platform.sha256, heads),
        heads: heads.length,
      })()
    }),
  ]
}
