import { traverseSeqArray } from 'fp-ts/lib/Task.js'

/** One after the other, each when the one before it is done. */
export const inOrder = <A, B>(
  items: ReadonlyArray<A>,
  run: (item: A, index: number) => Promise<B>,
): Promise<ReadonlyArray<B>> => {
  let index = 0
  return traverseSeqArray((item: A) => () => run(item, index++))(items)()
}
