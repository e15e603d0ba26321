import { fileURLToPath } from 'node:url'

/** Where the twelve worked cases lie in a clone; as far from src as from dist. */
export const workedCases = fileURLToPath(new URL('../../../examples/scenarios', import.meta.url))
