export { PolicyPublished, type PolicyBookEvent } from './events.js'
export { publishPolicy, type PublishPolicy, type PublishPolicyRefusal } from './publish-policy.js'
export { newestVersion, policyBookKind, type PolicyBook } from './state.js'
