export {
  deciderSpecification,
  type DeciderSpecification,
  type Past,
  type PastMeta,
  type Then,
  type When,
} from './decider-spec.js'
export { ExpectationFailed, expectSame } from './expectation.js'
export { sealed, type HappenedEvent, type OpenedText } from './opened-events.js'
export { serviceSpecification, type Commanded, type ServiceSpecification, type ServiceThen } from './service-spec.js'
