export * from './fault-table.js'
export { dutyPapers, faultTables, type FaultTablesView } from './fault-tables.js'
