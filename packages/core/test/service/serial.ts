import { amountsOf } from '../../src/money/amounts.js'
import { holdingOf, situationOf } from '../../src/refund-case/index.js'
import { give, said, type Step } from './giving.js'
import { everything } from './history.js'
import { readThrough } from './payouts.js'
import { turns } from './turns.js'
import { forked, type World } from './world.js'

/** A command beside others: on a case, or a request; with a key, or without. */
export interface Beside {
  readonly step: Step
  readonly caseId?: string
  readonly key?: string
}

const target = ({ caseId, key }: Beside) => ({
  ...(caseId === undefined ? {} : { caseId }),
  ...(key === undefined ? {} : { key }),
})

/** How every case and every account stands: all that two histories of the same commands must agree in. */
const standing = async (world: World): Promise<string> => {
  const { cases, accounts } = readThrough(await everything(world.store))
  const byCase = [...cases].map(([caseId, state]) =>
    state.kind === 'case'
      ? [
          caseId,
          situationOf(state),
          { ...holdingOf(caseId, state), caseRevision: 0 },
          state.approval,
          state.attempts.map(({ status, amounts }) => [status, amountsOf(amounts)]),
        ]
      : [caseId, state.kind],
  )
  // That an order was recorded, and nothing of it is anybody's, makes no difference.
  const byAccount = [...accounts].flatMap(([accountId, { lines, purse }]) => {
    const slots = [...lines].flatMap(([lineNo, of]) =>
      of.flatMap(({ unit, money }, place) => {
        const taken = nonZero(money)
        return unit === 'free' && taken.length === 0 ? [] : [[lineNo, place, unit, taken]]
      }),
    )
    const own = nonZero(purse)
    return slots.length + own.length === 0 ? [] : [[accountId, slots, own]]
  })
  return JSON.stringify([byCase, byAccount].map((all) => all.map((one) => JSON.stringify(one)).toSorted()))
}

const nonZero = (amounts: ReadonlyMap<string, number>) =>
  [...amounts].filter(([, amount]) => amount !== 0).toSorted(([a], [b]) => a.localeCompare(b))

const orders = function* (places: ReadonlyArray<number>): Generator<ReadonlyArray<number>> {
  if (places.length === 0) yield []
  for (const [index, place] of places.entries())
    for (const rest of orders(places.toSpliced(index, 1))) yield [place, ...rest]
}

export interface Raced {
  readonly world: World
  readonly answers: ReadonlyArray<string>
  /** Some order of the same commands, one after another, gives the same answers and leaves everything the same. */
  readonly asIfInSomeOrder: boolean
  /** What each order would have answered, where none gives the same. */
  readonly orders: ReadonlyArray<string>
}

/** Gives all commands at once, spread over two processes whose calls to the store interleave as `picks` says. */
export const race = async (
  stage: World,
  given: ReadonlyArray<Beside>,
  picks: ReadonlyArray<number>,
): Promise<Raced> => {
  const world = await forked(stage)
  const { store, run } = turns(world.store)
  const processes = [world.service({ store }), world.service({ store })] as const
  await run(
    processes.map((process) => process.start()),
    [],
  )
  const process = (place: number) => processes[place % 2 === 0 ? 0 : 1]
  const answers = (
    await run(
      given.map((beside, place) => () => give(process(place), beside.step, target(beside))),
      picks,
    )
  ).map(said)
  const after = await standing(world)
  const tried: Array<string> = []
  for (const order of orders([...given.keys()])) {
    const serial = await forked(stage)
    const service = serial.service()
    const codes = given.map(() => '')
    for (const place of order) {
      const beside = given[place]
      if (beside !== undefined) codes[place] = said(await give(service, beside.step, target(beside)))
    }
    const same = codes.join() === answers.join()
    if (same && (await standing(serial)) === after) return { world, answers, asIfInSomeOrder: true, orders: [] }
    tried.push(`${order.join()}: ${codes.join()}${same ? ' (but not the same afterwards)' : ''}`)
  }
  return { world, answers, asIfInSomeOrder: false, orders: tried }
}
