import type { VaultError } from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Printer } from './reading/index.js'

/** What is printed, piece by piece. A vault that cannot be asked is a Left and the last piece. */
export type Chunks<T> = AsyncIterable<Either<VaultError, T>>

/** Hands pieces on as long as the vault answers. */
export const asChunks = async function* <T>(printer: Printer, pieces: AsyncIterable<T>): Chunks<T> {
  for await (const piece of pieces) {
    const failure = printer.failure()
    if (failure !== undefined) {
      yield left(failure)
      return
    }
    yield right(piece)
  }
  const failure = printer.failure()
  if (failure !== undefined) yield left(failure)
}

/** Lines of a text in pieces that are worth a write, each line with its end. */
export const inPieces = async function* (lines: AsyncIterable<string>, lineEnd = '\n'): AsyncIterable<string> {
  let piece = ''
  for await (const line of lines) {
    piece += line + lineEnd
    if (piece.length < 32_768) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** All of a text at once. */
export const wholeText =
  (chunks: Chunks<string>): TaskEither<VaultError, string> =>
  async () => {
    const parts: Array<string> = []
    for await (const chunk of chunks) {
      if (isLeft(chunk)) return chunk
      parts.push(chunk.right)
    }
    return right(parts.join(''))
  }

/** All of a file at once. */
export const wholeFile =
  (chunks: Chunks<Uint8Array>): TaskEither<VaultError, Uint8Array> =>
  async () => {
    const parts: Array<Uint8Array> = []
    let size = 0
    for await (const chunk of chunks) {
      if (isLeft(chunk)) return chunk
      parts.push(chunk.right)
      size += chunk.right.length
    }
    const file = new Uint8Array(size)
    let at = 0
    for (const part of parts) {
      file.set(part, at)
      at += part.length
    }
    return right(file)
  }
