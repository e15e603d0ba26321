import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { cliError, type CliError } from '../cli-error.js'
import type { Books } from './books.js'

/** The cases of the books in the order in which they were requested. */
export const casesIn = async ({
  store,
}: Pick<Books, 'store'>): Promise<Either<CliError, ReadonlyMap<string, string>>> => {
  const byNumber = new Map<string, string>()
  for await (const batch of store.readAll({ filter: { categories: ['refundCase'], types: ['Requested'] } })) {
    if (isLeft(batch)) return left(cliError(batch.left.code, batch.left.message))
    for (const { stream, envelope } of batch.right.events) {
      const { caseNo } = envelope.data
      if (typeof caseNo === 'string') byNumber.set(caseNo, stream.slice(stream.indexOf('-') + 1))
    }
  }
  return right(byNumber)
}

/** The id of the case of a number. */
export const caseByNumber = async (books: Books, caseNo: string): Promise<Either<CliError, string>> => {
  const cases = await casesIn(books)
  if (isLeft(cases)) return cases
  const caseId = cases.right.get(caseNo)
  return caseId === undefined
    ? left(cliError('CASE_UNKNOWN', `there is no case ${caseNo.slice(0, 40)}`))
    : right(caseId)
}
