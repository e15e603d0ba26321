import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A directory with these files, and a way to be rid of it. */
export const directoryWith = (files: { readonly [name: string]: string | Uint8Array }) => {
  const path = mkdtempSync(join(tmpdir(), 'refund-case-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return { path, file: (name: string) => join(path, name), remove: () => rmSync(path, { recursive: true }) }
}
