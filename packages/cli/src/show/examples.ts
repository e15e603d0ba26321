import type { CaseRun, CommandRun, ScenarioRun } from '@refund-case/scenarios'
import { demoLabelsFor } from './demo-labels.js'
import { derivationLines } from './derivation.js'
import { readerOf } from './play-reader.js'
import type { Reader } from './reader.js'
import { isRefused, refusalPage } from './refusal-page.js'
import { sectionHeading } from './section.js'

type Lines = ReadonlyArray<string>
type Runs = ReadonlyArray<ScenarioRun>

/** The file whose examples say most: units of a discounted order, and an amount above what is left. */
const preferred = { derivation: 's11-unshipped-and-intercepted', refusal: 's09-refund-above-paid' }

const fromPreferred = (runs: Runs, name: string): Runs =>
  runs.toSorted((a, b) => Number(b.name === name) - Number(a.name === name))

const quotedCase = ({ cases }: ScenarioRun): CaseRun | undefined =>
  cases.reduce<CaseRun | undefined>(
    (best, next) => ((next.quote?.terms.length ?? 0) > (best?.quote?.terms.length ?? 0) ? next : best),
    undefined,
  )

/** How the amount of one case was worked out, term by term. */
export const derivationExample = (runs: Runs, reader: Reader): Lines => {
  const run = fromPreferred(runs, preferred.derivation).find((one) => quotedCase(one) !== undefined)
  const of = run === undefined ? undefined : quotedCase(run)
  if (run === undefined || of?.quote === undefined) return []
  return [
    ...sectionHeading(demoLabelsFor(reader.language).derivation(of.case, run.name), reader),
    ...derivationLines(of.quote, readerOf(run, run, reader)),
    '',
  ]
}

const commandsOf = ({ steps }: ScenarioRun): ReadonlyArray<CommandRun> =>
  steps.flatMap(({ did }) => (did.does === 'command' ? [did.command] : did.does === 'race' ? did.racers : []))

/** Why one command was refused, in full. */
export const refusalExample = (runs: Runs, reader: Reader): Lines => {
  for (const run of fromPreferred(runs, preferred.refusal)) {
    const command = commandsOf(run).find(isRefused)
    if (command !== undefined)
      return [
        ...sectionHeading(demoLabelsFor(reader.language).refusal(command.case ?? '', run.name), reader),
        ...refusalPage(command, readerOf(run, run, reader)),
        '',
      ]
  }
  return []
}
