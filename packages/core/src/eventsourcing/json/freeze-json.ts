import { isWellFormed } from './well-formed.js'

/**
 * Freezes deep, where it stands, what `JSON.parse` gave and nobody else holds; whether canonical JSON can say it: no half
 * characters, no -0, no number beyond all bounds, at most 100 levels.
 */
export const freezeJson = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return isWellFormed(value)
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (!isHolder(value)) return true
  if (depth === maxDepth) return false
  Object.freeze(value)
  if (Array.isArray(value)) return value.every((element) => freezeJson(element, depth + 1))
  for (const name of Object.keys(value)) if (!isWellFormed(name) || !freezeJson(value[name], depth + 1)) return false
  return true
}

const maxDepth = 100

const isHolder = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null
