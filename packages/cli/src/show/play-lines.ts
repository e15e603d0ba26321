import type { PlayRun, ScenarioRun, StepRun } from '@refund-case/scenarios'
import { wrapped } from '@refund-case/reports'
import { follower } from './binding.js'
import { mismatchLines } from './mismatch.js'
import type { PlayReader, Reader } from './reader.js'
import { rowWriter } from './row-lines.js'
import { headingLines } from './row.js'
import { stepRows } from './step-rows.js'
import { money } from './values.js'

const gutter = 6

type Lines = ReadonlyArray<string>

/** One play, shown while it is played. */
export interface PlayShow {
  readonly step: (step: StepRun) => Lines
}

type PlayOf = Pick<ScenarioRun, 'file' | 'currency' | 'zone'>

const inGutter = (first: string, lines: Lines): Lines =>
  lines.map((line, index) => (index === 0 ? first : ' '.repeat(gutter)) + line)

/** A step: its number and whether all was as expected, its title, its rows, and what was not as expected. */
export const playShow = (of: PlayOf, firstYear: string, reader: Reader): PlayShow => {
  const aliases = new Map<string, string>()
  const inner: PlayReader = {
    ...reader,
    width: reader.width - gutter,
    currency: of.currency,
    zone: of.zone,
    aliasOf: (caseId) => aliases.get(caseId),
  }
  const { paint } = reader
  const follow = follower()
  const write = rowWriter(firstYear)
  return {
    step: (step) => {
      for (const run of step.cases) aliases.set(run.caseId, run.case)
      const good = step.mismatches.length === 0
      const mark = `${String(step.no).padStart(3)} ${good ? paint.good('✓') : paint.bad('✗')} `
      const title = step.title === undefined ? [] : wrapped(step.title, inner.width).map(paint.heading)
      const rows = stepRows(step, follow, inner).flatMap((row) => write(row, inner))
      const found = step.mismatches.flatMap((mismatch) => mismatchLines(of.file, mismatch, inner))
      return inGutter(mark, [...title, ...rows, ...found])
    },
  }
}

/** What a play is called and about, and what its columns are. */
export const playHeading = (
  play: Pick<PlayRun, 'name' | 'title' | 'about'>,
  firstYear: string,
  reader: Reader,
): Lines => {
  const columns = headingLines(firstYear, { ...reader, width: reader.width - gutter })
  return [
    reader.paint.heading(play.name),
    ...wrapped(play.title, reader.width - 2).map((line) => `  ${line}`),
    ...(play.about === undefined
      ? []
      : wrapped(play.about.trim().replaceAll(/\s+/g, ' '), reader.width - 2).map((line) =>
          reader.paint.quiet(`  ${line}`),
        )),
    ...columns.map((line) => ' '.repeat(gutter) + line),
  ]
}

/** How a play ended: what the whole of it was expected to come to, and whether all was so. */
export const playEnding = (play: PlayRun, of: PlayOf, reader: Reader): Lines => {
  const { paint, language } = reader
  const wrong = play.mismatches.length + play.steps.reduce((sum, { mismatches }) => sum + mismatches.length, 0)
  const out = `${money(play.moneyOut, of)} ${of.currency}`
  const sentence =
    language === 'en'
      ? wrong === 0
        ? `${play.name}: ${play.steps.length} step${play.steps.length === 1 ? '' : 's'} as expected, ${out} paid out`
        : `${play.name}: ${wrong} expectation${wrong === 1 ? '' : 's'} not fulfilled`
      : wrong === 0
        ? `${play.name}：${play.steps.length} 步均符合预期，共退款 ${out}`
        : `${play.name}：${wrong} 处与预期不符`
  return [
    ...play.mismatches.flatMap((mismatch) => mismatchLines(of.file, mismatch, reader)),
    wrong === 0 ? paint.good(`✓ ${sentence}`) : paint.bad(`✗ ${sentence}`),
  ]
}
