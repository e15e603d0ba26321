import fc from 'fast-check'

/**
 * Decisions that were drawn before it was known what there is to decide: a list of whole numbers, taken one by one. Used
 * up, or shrunk to 0, each says the plainest thing there is: the first of a list, nothing optional, no oddity. So what
 * is built from them shrinks towards the ordinary, whatever state it is built for.
 */
export class Choices {
  readonly #numbers: ReadonlyArray<number>
  #at = 0

  constructor(numbers: ReadonlyArray<number>) {
    this.#numbers = numbers
  }

  /** The next number: 0 once there are no more. */
  next(): number {
    return this.#numbers[this.#at++] ?? 0
  }

  /** One of these: the first is the plainest. Named twice, it comes twice as often. */
  pick<const T>(first: T, ...others: ReadonlyArray<T>): T {
    const at = this.next() % (others.length + 1)
    return at === 0 ? first : (others[at - 1] ?? first)
  }

  /** One of a list, or undefined where it is empty. */
  among<T>(list: ReadonlyArray<T>): T | undefined {
    return list.length === 0 ? undefined : list[this.next() % list.length]
  }

  /** True about once in `n`; plainly false. */
  oneIn(n: number): boolean {
    return this.next() % n === n - 1
  }

  /** A whole number from 0 to `most`; plainly 0. */
  upTo(most: number): number {
    return this.next() % (Math.max(0, Math.trunc(most)) + 1)
  }

  /** `fields` about once in `n`; plainly nothing. To be spread into an object. */
  maybe<const T extends object>(n: number, fields: () => T): Partial<T> {
    return this.oneIn(n) ? fields() : {}
  }
}

export interface ChoicesConstraints {
  /** How many decisions there are (default 12). */
  readonly count?: number
}

/** The numbers that `Choices` takes one by one. */
export const choiceNumbers = ({ count = 12 }: ChoicesConstraints = {}): fc.Arbitrary<ReadonlyArray<number>> =>
  fc.array(fc.nat(0xff_ff), { minLength: count, maxLength: count })

/** What a builder makes of choices, as an arbitrary that shrinks to the plainest of its kind. */
export const fromChoices = <T>(build: (choices: Choices) => T, constraints?: ChoicesConstraints): fc.Arbitrary<T> =>
  choiceNumbers(constraints).map((numbers) => build(new Choices(numbers)))
