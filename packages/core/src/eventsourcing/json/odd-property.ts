import type { NotJsonReason } from './not-json.js'

interface OddProperty {
  /** Not there for a property that has no text for a name. */
  readonly name?: string
  readonly reason: NotJsonReason
}

/** The first property that JSON would leave out or that computes its value, if there is one. */
export const oddProperty = (holder: object): OddProperty | undefined => {
  const isArray = Array.isArray(holder)
  for (const name of Reflect.ownKeys(holder)) {
    if (typeof name === 'symbol') return { reason: 'hidden' }
    if (isArray && name === 'length') continue
    const property = Object.getOwnPropertyDescriptor(holder, name)
    if (property?.enumerable !== true) return { name, reason: 'hidden' }
    if (!('value' in property)) return { name, reason: 'accessor' }
    if (isArray && !isIndex(name)) return { name, reason: 'hidden' }
  }
  return undefined
}

const isIndex = (name: string): boolean => String(Number(name) >>> 0) === name
