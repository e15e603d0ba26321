export * from './case-progress.js'
export { caseProgress, caseProgressOf } from './case-progress-of.js'
export { tellProgress, type TellOptions } from './tell-progress.js'
