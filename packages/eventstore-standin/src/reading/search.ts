/** The index of the first item that the test holds for: it must hold for all after the first. */
export const firstWhere = <A>(items: ReadonlyArray<A>, test: (item: A) => boolean, from = 0): number => {
  let [low, high] = [from, items.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item === undefined || test(item)) high = middle
    else low = middle + 1
  }
  return low
}
