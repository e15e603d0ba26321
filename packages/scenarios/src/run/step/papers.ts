import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { finding } from '../../compare/finding.js'
import { paperFindings } from '../../compare/paper.js'
import type { PaperStep } from '../../format/step-types.js'
import { under, type Pointer } from '../../source/pointer.js'
import { openedPaper } from '../opened-paper.js'
import { deskOf, ledgerOf, registerOf, sheetOf, statisticsOf } from '../papers.js'
import type { Did } from '../result.js'
import type { Scene } from '../scene.js'
import type { Done } from './done.js'

/** A paper as it stands, its texts opened, held against what the step expects of it. */
export const doPaper = async (scene: Scene, step: PaperStep, path: Pointer): Promise<Done> => {
  const paper = await paperOf(scene, step)
  const opened = isLeft(paper)
    ? undefined
    : await openedPaper(scene.world.platform.vault, paper.right, step.does === 'sheet' ? deskOf(step.sheet) : '')
  return {
    told: () => ({
      did: didOf(step),
      findings: isLeft(paper)
        ? [finding(path, step.does, 'a paper', paper.left)]
        : paperFindings(step.expect, opened, under(path, 'expect'), scene.writing),
    }),
  }
}

const paperOf = async (scene: Scene, step: PaperStep): Promise<Either<string, unknown>> => {
  if (step.does === 'sheet') return sheetOf(scene, step.sheet)
  if (step.does === 'statistics') return statisticsOf(scene, step.statistics.month)
  if (step.does === 'register') return registerOf(scene, step.register.date)
  const ledger = await ledgerOf(scene, step.ledger)
  if (isLeft(ledger)) return ledger
  // By when it is due is no part of the paper; the desks' service knows it.
  const { department, month } = ledger.right
  const known = await scene.world.desks.ledger({ department, month })()
  if (isLeft(known)) return right(ledger.right)
  const { due, submittedAt, breached } = known.right.deadline
  return right({ ...ledger.right, deadline: { ...due, submittedAt: submittedAt ?? null, breached } })
}

const didOf = (step: PaperStep): Did => {
  switch (step.does) {
    case 'sheet':
      return { does: 'sheet', sheet: `${step.sheet.date} ${step.sheet.shift}` }
    case 'ledger':
      return { does: 'ledger', ledger: `${step.ledger.department} ${step.ledger.month}` }
    case 'statistics':
      return { does: 'statistics', month: step.statistics.month }
    case 'register':
      return { does: 'register', date: step.register.date }
  }
}
