import type { Step } from '../../format/step-types.js'
import type { Pointer } from '../../source/pointer.js'
import type { Scene } from '../scene.js'
import { doCommand } from './command.js'
import type { Done } from './done.js'
import { doDuty } from './duty.js'
import { doPaper } from './papers.js'
import { doRace } from './race.js'
import { doActions, doLook, doQuote } from './reading.js'
import { doPublishCalendar, doPublishPolicy, doSettle, doUpdateOrder } from './upkeep.js'

export const doStep = (scene: Scene, step: Step, path: Pointer): Promise<Done> => {
  switch (step.does) {
    case 'command':
      return doCommand(scene, step, path)
    case 'race':
      return doRace(scene, step, path)
    case 'look':
      return doLook(scene, step, path)
    case 'quote':
      return doQuote(scene, step, path)
    case 'actions':
      return doActions(scene, step, path)
    case 'settle':
      return doSettle(scene, step, path)
    case 'updateOrder':
      return doUpdateOrder(scene, step, path)
    case 'publishCalendar':
      return doPublishCalendar(scene, step, path)
    case 'publishPolicy':
      return doPublishPolicy(scene, step, path)
    case 'duty':
      return doDuty(scene, step, path)
    case 'sheet':
    case 'ledger':
    case 'statistics':
    case 'register':
      return doPaper(scene, step, path)
  }
}
