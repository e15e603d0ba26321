export * from './case-progress.js'
