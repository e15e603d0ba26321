import {
  associatedDataOf,
  caseStream,
  LocalDate,
  Sealed,
  shiftStream,
  type StreamName,
  type Vault,
} from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { isObject } from '../form/form.js'

type Place = { readonly path: string; readonly sealed: Sealed }

const isPlace = (value: unknown): value is Place =>
  isObject(value) && typeof value['path'] === 'string' && Sealed.is(value['sealed'])

/** The streams that the texts of this part may stand in: of its case, or of the shift that wrote it. */
const streamsOf = (part: { readonly [name: string]: unknown }, desk: string): ReadonlyArray<StreamName> => {
  const { caseId, date, shift } = part
  return [
    ...(LocalDate.is(date) && typeof shift === 'string' ? [shiftStream({ desk, date, shift })] : []),
    ...(typeof caseId === 'string' ? [caseStream(caseId)] : []),
  ]
}

const open = async (vault: Vault, { path, sealed }: Place, streams: ReadonlyArray<StreamName>): Promise<string> => {
  let erased = false
  for (const stream of streams) {
    const text = await vault.open(sealed, associatedDataOf(stream, path))()
    if (!isLeft(text)) return text.right
    erased ||= text.left.code === 'KEY_DESTROYED'
  }
  return erased ? '(erased)' : '(sealed)'
}

/** A paper with every sealed text in plain. */
export const openedPaper = async (
  vault: Vault,
  paper: unknown,
  desk: string,
  within: ReadonlyArray<StreamName> = [],
): Promise<unknown> => {
  if (isPlace(paper)) return open(vault, paper, within)
  if (Array.isArray(paper)) return Promise.all(paper.map((item) => openedPaper(vault, item, desk, within)))
  if (!isObject(paper)) return paper
  const streams = [...streamsOf(paper, desk), ...within]
  const parts = Object.entries(paper).map(
    async ([name, part]) => [name, await openedPaper(vault, part, desk, streams)] as const,
  )
  return Object.fromEntries(await Promise.all(parts))
}
