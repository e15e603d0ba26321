import { strToU8, Zip, ZipDeflate } from 'fflate'

/** A ZIP file that is written while it grows. What is finished is taken away by `ready`, and held no longer. */
export interface ZipWriter {
  /** Begins a file in it; the one before must have ended. */
  readonly file: (name: string) => { readonly write: (text: string) => void; readonly end: () => void }
  readonly end: () => void
  readonly ready: () => ReadonlyArray<Uint8Array>
}

// A file must come out the same whenever it is written: no clock is asked.
const noTime = new Date(1980, 0, 1)

export const zipWriter = (): ZipWriter => {
  const pieces: Array<Uint8Array> = []
  const zip = new Zip((_error, piece) => {
    pieces.push(piece)
  })
  return {
    file: (name) => {
      // Of a sheet the next level saves a twentieth, and takes five times as long.
      const entry = new ZipDeflate(name, { level: 4 })
      entry.mtime = noTime
      zip.add(entry)
      return {
        write: (text) => entry.push(strToU8(text)),
        end: () => entry.push(new Uint8Array(0), true),
      }
    },
    end: () => zip.end(),
    ready: () => pieces.splice(0),
  }
}
