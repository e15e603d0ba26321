import { appendToFloor, appendToMemory } from '../appending.mjs'
import { builtEvents } from '../events.mjs'

const floor = {
  name: 'append 10 · floor',
  unit: 'events',
  byStreams: true,
  prepare: appendToFloor(builtEvents, 10),
}

const built = {
  name: 'append 10 · built by core',
  unit: 'events',
  byStreams: true,
  floor,
  target: {},
  prepare: appendToMemory(builtEvents, 10),
}

export const append10 = [floor, built]
