export { renderCsv, type CsvOptions } from './render-csv.js'
