import type { Metadata } from '@grpc/grpc-js'
import { refusalOf } from '../auth/admission.js'
import type { Asked, ErrorName, Fault } from '../faults/fault.js'
import type { Node } from './node.js'

/** The ways in which a call can end. */
export interface Exits<Outcome> {
  readonly answer: (outcome: Outcome) => void
  readonly refuse: (name: ErrorName) => void
  /** With OK, and no answer. */
  readonly end: () => void
}

interface Call {
  readonly metadata: Metadata
  readonly getPeer: () => string
}

/** Does what was asked and answers, unless the node does not take the call or is to misbehave. */
export const perform = <Outcome>(
  node: Node,
  call: Call,
  asked: Asked,
  act: () => Outcome,
  exits: Exits<Outcome>,
  fault: Fault | undefined,
): void => {
  const refusal = refusalOf(node, asked, call.metadata)
  if (refusal !== undefined) return exits.refuse(refusal)
  const answering = (): (() => void) => {
    try {
      const outcome = act()
      return () => exits.answer(outcome)
    } catch {
      return () => exits.refuse('unknown')
    }
  }
  if (fault === undefined) return answering()()
  const answer = fault.when === 'after' ? answering() : () => answering()()
  strike(node, call, fault, exits, answer)
}

/** Does to a call what the fault says. */
export const strike = <Outcome>(
  node: Node,
  call: Call,
  { delay = 0, outcome = 'answer' }: Fault,
  exits: Exits<Outcome>,
  answer: () => void,
): void =>
  node.later(delay, () => {
    switch (outcome) {
      case 'answer':
        return answer()
      case 'stall':
        return undefined
      case 'cut':
        return node.cut(call.getPeer())
      case 'end':
        return exits.end()
      default:
        return exits.refuse(outcome)
    }
  })
