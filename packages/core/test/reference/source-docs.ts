import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../src', import.meta.url))

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.spec(-d)?\.ts$/.test(file))
  .toSorted()

const documented = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\n(?:export )?const (\w+)/g

const oneLine = (comment: string): string =>
  comment
    .replaceAll(/\s*\n\s*\*\s?/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const docs: ReadonlyMap<string, string> = new Map(
  files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(documented)].map(
      ([, comment = '', name = '']): [string, string] => [
        `${file.replaceAll('\\', '/').split('/')[0] ?? ''}/${name}`,
        oneLine(comment),
      ],
    ),
  ),
)

/** The doc comment of an exported constant of a folder of the sources; empty where it has none. */
export const docOf = (folder: string, name: string): string => docs.get(`${folder}/${name}`) ?? ''
