import {
  handoverSheets,
  ledgers,
  LedgerDepartment,
  LocalDate,
  merkleRoot,
  projectStore,
  refundRegisters,
  refundStatistics,
  sheetDigest,
  YearMonth,
  type CustomerServiceLedger,
  type FinanceLedger,
  type HandoverSheet,
  type PeriodStatistics,
  type RefundRegister,
  type StreamHead,
} from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { LedgerName, ShiftName } from '../format/duty-names.js'
import type { Scene } from './scene.js'

/** A paper as it stands now, or why there is none. */
type Paper<A> = Promise<Either<string, A>>

export const deskOf = ({ desk }: ShiftName): string => desk ?? 'main'

/** The handover sheet of a shift (F2). */
export const sheetOf = async ({ world }: Scene, name: ShiftName): Paper<HandoverSheet> => {
  const view = await projectStore(world.store, handoverSheets())
  if (isLeft(view)) return left(JSON.stringify(view.left))
  const sheet = view.right.sheet(deskOf(name), name.date, name.shift)
  return sheet === undefined ? left(`the roster has no ${name.shift} on ${name.date}`) : right(sheet)
}

export const sheetDigestOf = async (scene: Scene, name: ShiftName): Paper<string> => {
  const sheet = await sheetOf(scene, name)
  return isLeft(sheet) ? sheet : right(sheetDigest(scene.world.platform.sha256, sheet.right))
}

/** The ledger of a department and month (F3, F4). */
export const ledgerOf = async (
  { world, writing }: Scene,
  { department, month }: LedgerName,
): Paper<CustomerServiceLedger | FinanceLedger> => {
  if (!YearMonth.is(month) || !LedgerDepartment.is(department)) return left('there is no such ledger')
  const { sha256 } = world.platform
  const view = await projectStore(world.store, ledgers({ sha256, timeZone: writing.zone }))
  if (isLeft(view)) return left(JSON.stringify(view.left))
  return right(department === 'finance' ? view.right.finance(month) : view.right.customerService(month))
}

/** What a month came to, over all cases and by route, channel and product. */
export const statisticsOf = async ({ world, writing }: Scene, month: string): Paper<PeriodStatistics> => {
  if (!YearMonth.is(month)) return left(`there is no month ${month}`)
  const view = await projectStore(world.store, refundStatistics({ timeZone: writing.zone }))
  return isLeft(view) ? left(JSON.stringify(view.left)) : right(view.right.of({ kind: 'month', month }))
}

/** What was paid and what came back on a day (退款登记). */
export const registerOf = async ({ world, writing }: Scene, date: LocalDate): Paper<RefundRegister> => {
  const view = await projectStore(world.store, refundRegisters({ timeZone: writing.zone }))
  return isLeft(view) ? left(JSON.stringify(view.left)) : right(view.right.register(date))
}

/** Who paid the rows of a ledger, or took the cashier's check of them. */
export const cashiersOf = ({ tape }: Scene, { rows }: CustomerServiceLedger | FinanceLedger): ReadonlyArray<string> => {
  const did = rows.flatMap(({ caseId }) =>
    tape.told(caseId).filter(({ event }) => event.type === 'Paid' || event.meta.actor.role === 'cashier'),
  )
  return [...new Set(did.map(({ event }) => event.meta.actor.id))].toSorted()
}

/** Where the streams of a ledger's cases end, as archiving records it. */
export const headsOf = (
  { tape, world }: Scene,
  { rows }: CustomerServiceLedger | FinanceLedger,
): { readonly merkleRoot: string; readonly heads: number } => {
  const heads = [...new Set(rows.map(({ caseId }) => caseId))].flatMap((caseId): ReadonlyArray<StreamHead> => {
    const last = tape.streams.get(`refundCase-${caseId}`)?.at(-1)
    return last === undefined ? [] : [{ stream: last.stream, revision: last.revision, hash: last.envelope.hash }]
  })
  return { merkleRoot: merkleRoot(world.platform.sha256, heads), heads: heads.length }
}

export const isShiftName = (of: ShiftName | LedgerName): of is ShiftName => 'shift' in of && LocalDate.is(of.date)
