export * from './fault-table.js'
