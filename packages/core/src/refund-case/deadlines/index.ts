export { breachesOf, type Breach } from './breaches.js'
export { bindingDeadline, deadlinesOf, type Deadline } from './deadlines.js'
