import { appendToFloor, appendToMemory } from '../appending.mjs'
import { builtEvents, plainEvents } from '../events.mjs'

const floor = {
  name: 'append 1 · floor',
  unit: 'events',
  byStreams: true,
  prepare: appendToFloor(builtEvents, 1),
}

const built = {
  name: 'append 1 · built by core',
  unit: 'events',
  byStreams: true,
  floor,
  target: { perSecond: 500_000, ofFloor: 0.25, spread: 1.3 },
  prepare: appendToMemory(builtEvents, 1),
}

const plain = {
  name: 'append 1 · plain objects',
  unit: 'events',
  byStreams: true,
  floor,
  target: { ofFloor: 0.2, spread: 1.3 },
  prepare: appendToMemory(plainEvents, 1),
}

export const append1 = [floor, built, plain]
