export * from './fault-table.js'
export { faultTables, type FaultTablesView } from './fault-tables.js'
