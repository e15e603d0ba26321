import {
  caseStream,
  type CaseActor,
  type CommandName,
  type Failure,
  type Instant,
  type Outcome,
} from '@refund-case/core'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import type { Setup } from '../play/history.js'
import { openShop, type Shop, type ShopOptions } from '../play/shop.js'
import { expectSame } from './expectation.js'
import { openedEvent, type HappenedEvent } from './opened-events.js'

/** One command: who gives it, which, with what, and when. */
export interface Commanded {
  /** Default: when the command before it was given; the first at the start. */
  readonly at?: Instant
  readonly by: CaseActor
  readonly command: CommandName
  /** Its fields. Left out, `caseId` is that of the case opened last. */
  readonly with?: { readonly [field: string]: unknown }
}

export interface ServiceThen {
  /** Exactly these events in this order, with every field, who and when; texts as `sealed(text)`. */
  readonly then: (...events: ReadonlyArray<HappenedEvent>) => Promise<void>
  /** No events: nothing was left to do. */
  readonly thenNothing: () => Promise<void>
  /** Exactly this refusal. */
  readonly thenRefused: (refusal: {
    readonly code: string
    readonly rule: string
    readonly facts: unknown
  }) => Promise<void>
}

export interface ServiceSpecification {
  /** What was commanded before. Each must succeed. */
  readonly given: (...commands: ReadonlyArray<Commanded>) => { readonly when: (command: Commanded) => ServiceThen }
}

class Desk {
  readonly shop: Shop
  #caseId: string | undefined

  constructor(shop: Shop) {
    this.shop = shop
  }

  async give({ at, by, command, with: fields = {} }: Commanded): Promise<Either<Failure, Outcome>> {
    if (at !== undefined) this.shop.setClock(at)
    const named = command === 'request' || this.#caseId === undefined ? {} : { caseId: this.#caseId }
    const answer = await this.shop.service.execute(by, command, { ...named, ...fields })()
    if (!isLeft(answer) && command === 'request') this.#caseId = answer.right.caseId
    return answer
  }
}

const failureText = (failure: Failure): string => JSON.stringify(failure)

/**
 * A strict specification of the whole service on an empty shop: given these commands, when this one is given, then
 * exactly these events stand in the case, or it is refused and nothing does.
 */
export const serviceSpecification = (setup: Setup, options: ShopOptions = {}): ServiceSpecification => ({
  given: (...commands) => ({
    when: (command) => {
      const outcome = async (): Promise<unknown> => {
        const desk = new Desk(openShop(setup, options))
        for (const [index, before] of commands.entries()) {
          const answer = await desk.give(before)
          if (isLeft(answer))
            throw new Error(`given command ${index + 1} (${before.command}) was refused: ${failureText(answer.left)}`)
        }
        const answer = await desk.give(command)
        if (isLeft(answer)) {
          const { left } = answer
          return left.kind === 'refusal'
            ? { refused: { code: left.code, rule: left.rule, facts: left.facts } }
            : { failed: left }
        }
        const { caseId, events } = answer.right
        const opened: Array<HappenedEvent> = []
        for (const event of events) opened.push(await openedEvent(event, caseStream(caseId), desk.shop.platform.vault))
        return { events: opened }
      }
      return {
        // oxlint-disable-next-line unicorn/no-thenable -- given, when, then; awaited by mistake it says what is missing
        then: async (...expected) => {
          if (expected.some((event) => typeof event === 'function'))
            throw new Error('say what is expected: given(…).when(…).then(…events) or .thenRefused(…)')
          expectSame(`what ${command.command} came to`, { events: expected }, await outcome())
        },
        thenNothing: async () => expectSame(`what ${command.command} came to`, { events: [] }, await outcome()),
        thenRefused: async (refused) => expectSame(`what ${command.command} came to`, { refused }, await outcome()),
      }
    },
  }),
})
