export * from './figures.js'
