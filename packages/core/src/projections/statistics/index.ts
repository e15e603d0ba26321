export * from './figures.js'
export { refundStatistics, type StatisticsSettings } from './refund-statistics.js'
export type { SavedStatistics } from './statistics-book.js'
