import type {
  ActName,
  CaseActor,
  CommandName,
  FieldsOf,
  Instant,
  OrderFacts,
  Plain,
  Policy,
  RefundCase,
} from '@refund-case/core'
import type { Choices } from '../arbitraries/choices.js'
import type { Cast } from '../arbitraries/people.js'

/** The fields of a command as a caller writes them. */
export type BodyOf<Name extends CommandName> = Plain<FieldsOf<Name>>

/** One command by its name, with its fields: no key and no case yet. */
export type NamedBody = {
  readonly [Name in CommandName]: { readonly name: Name; readonly body: BodyOf<Name> }
}[CommandName]

/** A command and who gives it. */
export type GivenCommand = NamedBody & { readonly actor: CaseActor }

/** A case as whoever picks the next command on it sees it. */
export interface CaseScene {
  readonly caseId: string
  readonly state: RefundCase
  /** The version that the case pinned. */
  readonly policy: Policy
  readonly cast: Cast
  readonly now: Instant
}

/** An order as whoever asks for a refund of it sees it. */
export interface OrderScene {
  readonly order: OrderFacts
  readonly policy: Policy
  readonly cast: Cast
  readonly now: Instant
  /** What of each line nobody has asked for yet. */
  readonly free: ReadonlyMap<number, { readonly units: number; readonly money: number }>
  /** The cases of the order so far. */
  readonly cases: ReadonlyArray<{ readonly caseId: string; readonly state: RefundCase }>
}

/** Makes the fields of one command for a case. */
export type BodyBuilder<Name extends ActName> = (choices: Choices, scene: CaseScene) => BodyOf<Name>
