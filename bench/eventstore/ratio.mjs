/** The median of ratios, and between which of them it lies with 95 % certainty, by their order alone. */
export const ratioOf = (ratios) => {
  const sorted = ratios.toSorted((a, b) => a - b)
  const n = sorted.length
  // The number of ratios below the true median is binomial; this leaves out at most 2.5 % on each side.
  let outside = 0
  let chance = 0.5 ** n
  for (let below = 0; chance <= 0.025; below++) {
    outside = below + 1
    chance += combinations(n, below + 1) * 0.5 ** n
  }
  const left = Math.max(0, outside - 1)
  return { median: sorted[n >> 1], from: sorted[left], to: sorted[n - 1 - left] }
}

const combinations = (n, k) => {
  let result = 1
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i
  return result
}
