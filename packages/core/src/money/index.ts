export * from './amounts.js'
export { exponentOf, knownCurrencies } from './currency.js'
export { formatAmount, parseAmount, type AmountRefusal } from './format.js'
export { discountShares, firstSlotWithin, floorOfProduct, lastSlotWithin, slotsWorth } from './proration.js'
