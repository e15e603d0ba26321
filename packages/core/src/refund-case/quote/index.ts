export { quoteFor, type QuoteRequest } from './quote.js'
export { ruledQuote } from './ruling.js'
