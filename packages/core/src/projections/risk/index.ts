export * from './risk-flag.js'
