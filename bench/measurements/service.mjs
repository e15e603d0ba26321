import { COMMANDS_OF_S1, runS1, s1Service } from '../s1.mjs'

// A service that runs is warm; what a process needs to become so is no part of a command.
const WARM_UP = 400

const wholeService = {
  name: 'whole service · S1, sealing off',
  unit: 'commands',
  target: { perSecond: 40_000 },
  prepare: async ({ events }) => {
    const service = s1Service()
    for (let index = 0; index < WARM_UP; index++) await runS1(service, `W-${index}`)
    const runs = Math.ceil(events / 5 / COMMANDS_OF_S1)
    return async () => {
      for (let index = 0; index < runs; index++) await runS1(service, `TK-${index}`)
      return runs * COMMANDS_OF_S1
    }
  },
}

export const service = [wholeService]
