import type { Deadline } from '@refund-case/core'
import type { BreachRun, CaseRun } from '@refund-case/scenarios'

/** What of a case is new after a step. */
export interface Since {
  readonly due: Deadline | undefined
  readonly sameDue: boolean
  readonly missed: ReadonlyArray<BreachRun>
}

/** Follows each case from step to step, so that only what changed is pointed out. */
export type Follow = (run: CaseRun) => Since

const nameOf = (due: Deadline | undefined): string =>
  due === undefined ? '' : `${due.rule} ${due.limit} ${String(due.provisional)}`

export const follower = (): Follow => {
  const last = new Map<string, { readonly due: string; readonly breaches: number }>()
  return ({ caseId, binding, breaches }) => {
    const before = last.get(caseId) ?? { due: '', breaches: 0 }
    const due = nameOf(binding)
    last.set(caseId, { due, breaches: breaches.length })
    return { due: binding, sameDue: due === before.due, missed: breaches.slice(before.breaches) }
  }
}
