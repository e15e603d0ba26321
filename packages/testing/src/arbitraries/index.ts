export { LARGEST_AMOUNT, minorUnits, type AmountConstraints } from './amounts.js'
export { calendarYears, type CalendarConstraints } from './calendars.js'
export { choiceNumbers, Choices, fromChoices, type ChoicesConstraints } from './choices.js'
export { destinationFrom, destinations, type DestinationBody } from './destinations.js'
export { instants, waits, type InstantConstraints, type WaitConstraints } from './instants.js'
export { limits, type LimitConstraints, type PolicyLimit } from './limits.js'
export { orders, type OrderConstraints } from './orders.js'
export { actors, anyone, everyRole, ordinaryCast, someoneOf, type Cast } from './people.js'
export {
  moves,
  plans,
  type Move,
  type MoveConstraints,
  type MoveKind,
  type Plan,
  type PlanConstraints,
} from './plans.js'
export { policies, type PolicyConstraints } from './policies.js'
export { rulingFrom, rulings, type RulingBody, type RulingConstraints } from './rulings.js'
export { freeTexts, secretsIn } from './texts.js'
