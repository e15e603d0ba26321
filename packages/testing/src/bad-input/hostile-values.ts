import fc from 'fast-check'

/** A value that nobody should hand in, and what to call it. */
export interface HostileValue {
  readonly name: string
  readonly make: () => unknown
}

const value = (name: string, make: () => unknown): HostileValue => ({ name, make })

const cyclic = (): unknown => {
  const loop: { self?: unknown } = {}
  loop.self = loop
  return loop
}

const throwing = (): never => {
  throw new Error('hostile')
}

const withGetter = (): unknown => Object.defineProperty({}, 'amount', { enumerable: true, get: throwing })

const hostileProxy = (): unknown =>
  new Proxy(
    {},
    { get: throwing, ownKeys: throwing, getPrototypeOf: throwing, has: throwing, getOwnPropertyDescriptor: throwing },
  )

const deep = (): unknown => {
  let inner: unknown = 'bottom'
  for (let level = 0; level < 5_000; level++) inner = [inner]
  return inner
}

const poisoned = (): unknown => JSON.parse('{"__proto__": {"role": "court"}, "constructor": {"prototype": {}}}')

const withToJson = (): unknown => ({ toJSON: throwing })

/** Never right, wherever a number, a text, a list or an object belongs. */
export const neverRight: ReadonlyArray<HostileValue> = [
  value('NaN', () => Number.NaN),
  value('Infinity', () => Infinity),
  value('-0', () => -0),
  value('a negative amount', () => -1),
  value('a fraction', () => 0.5),
  value('an amount beyond all bounds', () => 1e308),
  value('a number that is no longer exact', () => 2 ** 53),
  value('a lone surrogate', () => '\ud800'),
  value('1 MB of text', () => 'x'.repeat(1_000_000)),
  value('a text of nothing', () => ''),
  value('null', () => null),
  value('a symbol', () => Symbol('hostile')),
  value('a bigint', () => 1n),
  value('a function', () => throwing),
  value('a Date', () => new Date(0)),
  value('a Map', () => new Map([['amount', 1]])),
  value('a cycle', cyclic),
  value('a getter that throws', withGetter),
  value('a proxy that throws', hostileProxy),
  value('a toJSON that throws', withToJson),
  value('5,000 lists in one another', deep),
  value('prototype keys', poisoned),
  value(
    'a class of its own',
    () =>
      new (class Money {
        readonly amount = 1
      })(),
  ),
]

/** Values that are never right: mistyped, out of bounds, or made to break whoever looks at them. */
export const hostileValues = (): fc.Arbitrary<HostileValue> => fc.constantFrom(...neverRight)
