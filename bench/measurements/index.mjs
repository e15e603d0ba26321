// One file a measurement, its floor first and then the variants. A new one is listed here, and needs nothing else.
import { append1 } from './append-1.mjs'
import { append10 } from './append-10.mjs'
import { theCase } from './case.mjs'
import { chain } from './chain.mjs'
import { command } from './command.mjs'
import { ids } from './ids.mjs'
import { memory } from './memory.mjs'
import { papers } from './papers.mjs'
import { projections } from './projections.mjs'
import { readAndFold } from './read-and-fold.mjs'
import { sealing } from './sealing.mjs'
import { service } from './service.mjs'
import { xlsx } from './xlsx.mjs'

export const measurements = [
  append1,
  append10,
  readAndFold,
  command,
  service,
  chain,
  theCase,
  memory,
  sealing,
  ids,
  projections,
  papers,
  xlsx,
].flat()
