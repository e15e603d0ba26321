import type { PlayRun, ScenarioRun } from '@refund-case/scenarios'
import { wrapped } from '@refund-case/reports'
import { demoLabelsFor } from './demo-labels.js'
import { mismatchLines } from './mismatch.js'
import { playEnding } from './play-lines.js'
import { readerOf } from './play-reader.js'
import type { Reader } from './reader.js'
import { sectionHeading } from './section.js'
import { timelines } from './timeline.js'

type Lines = ReadonlyArray<string>

/** How a play ended, with all that was not as expected on the way. */
const outcome = (play: PlayRun, run: ScenarioRun, reader: Reader): Lines => [
  ...play.steps.flatMap(({ mismatches }) =>
    mismatches.flatMap((mismatch) => mismatchLines(run.file, mismatch, reader)),
  ),
  ...playEnding(play, run, reader),
]

/** One file: what it is about, the history of each of its cases, and how its variants ended. */
export const filePage = (run: ScenarioRun, place: string, reader: Reader): Lines => {
  const { paint, language, width } = reader
  const about = run.about === undefined ? [] : wrapped(run.about.trim().replaceAll(/\s+/g, ' '), width)
  const variants = run.variants.flatMap((variant) => [
    ...outcome(variant, run, reader),
    ...wrapped(variant.title, width - 4).map((line) => paint.quiet(`    ${line}`)),
  ])
  return [
    ...sectionHeading(`${place}  ${run.name}`, reader),
    ...wrapped(run.title, width),
    ...about.map((line) => paint.quiet(line)),
    '',
    ...timelines(run, readerOf(run, run, reader)),
    ...outcome(run, run, reader),
    ...(variants.length === 0 ? [] : [paint.quiet(demoLabelsFor(language).variants), ...variants]),
    '',
  ]
}
