/**
 * ⌊a·b / c⌋ for whole numbers a, b ≥ 0 and c > 0, exact whatever the size of the product. The answer must be safe.
 */
export const floorOfProduct = (a: number, b: number, c: number): number => {
  const product = a * b
  if (Number.isSafeInteger(product)) return (product - (product % c)) / c
  return Number((BigInt(a) * BigInt(b)) / BigInt(c))
}

/** The least whole number not below a·b / c, for whole numbers a, b ≥ 0 and c > 0. */
const ceilingOfProduct = (a: number, b: number, c: number): number => {
  const floor = floorOfProduct(a, b, c)
  return BigInt(floor) * BigInt(c) === BigInt(a) * BigInt(b) ? floor : floor + 1
}

/**
 * The share of an order's discount that each line bears, by cumulative floor in line order (§6-1): of discount C over
 * gross amounts that sum to T, line i bears ⌊C·S_i/T⌋ − ⌊C·S_(i−1)/T⌋, where S_i is the sum of the first i lines.
 *
 * Minor units. For 0 ≤ C ≤ T the shares sum to C and none is above its line. Where nothing was charged there is nothing
 * to share, and every share is 0.
 */
export const discountShares = (discount: number, gross: ReadonlyArray<number>): ReadonlyArray<number> => {
  const total = gross.reduce((sum, amount) => sum + amount, 0)
  if (total === 0) return gross.map(() => 0)
  let sum = 0
  let shared = 0
  return gross.map((amount) => {
    sum += amount
    const upToHere = floorOfProduct(discount, sum, total)
    const share = upToHere - shared
    shared = upToHere
    return share
  })
}

/**
 * What slots `from` to `to` of a line are worth together, in minor units (§6-2). A line paid `net` for `quantity` units
 * has that many slots, counted from 1; slot j is worth ⌊net·j/quantity⌋ − ⌊net·(j−1)/quantity⌋, so that any stretch is
 * the difference of two floors and all of them sum to `net`.
 */
export const slotsWorth = (net: number, quantity: number, from: number, to: number): number =>
  floorOfProduct(net, to, quantity) - floorOfProduct(net, from - 1, quantity)

/** The last slot j ≤ `to` such that slots `from` to j are worth `amount` or less; `from` − 1 if there is none. */
export const lastSlotWithin = (net: number, quantity: number, from: number, to: number, amount: number): number => {
  if (net === 0) return to
  // ⌊net·j/quantity⌋ ≤ reach exactly when net·j < (reach + 1)·quantity.
  const reach = floorOfProduct(net, from - 1, quantity) + amount
  return Math.min(to, ceilingOfProduct(reach + 1, quantity, net) - 1)
}

/** The first slot j ≥ `from` such that slots j to `to` are worth `amount` or less; `to` + 1 if there is none. */
export const firstSlotWithin = (net: number, quantity: number, from: number, to: number, amount: number): number => {
  const rest = slotsWorth(net, quantity, from, to) - amount
  if (rest <= 0) return from
  // Everything before j must be worth `rest` or more: ⌊net·(j−1)/quantity⌋ ≥ reach exactly when net·(j−1) ≥ reach·quantity.
  const reach = floorOfProduct(net, from - 1, quantity) + rest
  return ceilingOfProduct(reach, quantity, net) + 1
}
