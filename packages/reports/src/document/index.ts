export * from './form.js'
export { labelIn, type Label } from './label.js'
export * from './value.js'
