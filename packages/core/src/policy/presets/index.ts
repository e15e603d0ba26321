export { chinaRetail } from './china-retail.js'
export * from './settings.js'
