import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../src', import.meta.url))

/** One place in the sources that makes a refusal. */
export interface CallSite {
  readonly file: string
  /** One, or several where the place chooses among them. */
  readonly codes: ReadonlyArray<string>
  /** The clause as written; undefined where it is computed. */
  readonly rule: string | undefined
  /** The names of its facts; undefined where they come from elsewhere. */
  readonly facts: ReadonlyArray<string> | undefined
  readonly text: string
}

const codePattern = /'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g

/** The sources of core, without specs and without the catalogue itself. */
export const sources: ReadonlyArray<{ readonly file: string; readonly text: string }> = readdirSync(root, {
  recursive: true,
  encoding: 'utf8',
})
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !/\.spec(-d)?\.ts$/.test(file) && !file.startsWith('refusals/'))
  .toSorted()
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8').replaceAll(/^\s*(\/\/|\*|\/\*\*).*$/gm, '') }))

/** Every text in the sources that is written like a code. */
export const codesIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(codePattern)].map(([, code = '']) => code)

const closing: { readonly [open: string]: string } = { '(': ')', '{': '}', '[': ']' }

/** The parts of what stands in brackets from `start` on, divided at its commas. */
const partsAt = (text: string, start: number): ReadonlyArray<string> => {
  const parts: Array<string> = []
  const open: Array<string> = []
  let part = ''
  for (let at = start; at < text.length; at++) {
    const sign = text[at] ?? ''
    const before = open.length
    if (sign === "'" || sign === '`') {
      const end = text.indexOf(sign, at + 1)
      part += text.slice(at, end + 1)
      at = end
      continue
    }
    if (closing[sign] !== undefined) open.push(closing[sign])
    else if (sign === open.at(-1)) open.pop()
    if (open.length === 0) break
    if (open.length === 1 && before === 1 && sign === ',') {
      parts.push(part.trim())
      part = ''
    } else if (before > 0) part += sign
  }
  return [...parts, part.trim()].filter((each) => each !== '')
}

const literal = (text: string | undefined): string | undefined => /^'([^']*)'$/.exec(text ?? '')?.[1]

const namesOf = (object: string | undefined): ReadonlyArray<string> | undefined => {
  if (object === undefined) return []
  if (!object.startsWith('{')) return undefined
  return partsAt(object, 0).flatMap((field) => {
    // What a spread may add: `...(lineNo === undefined ? {} : { lineNo })`.
    if (field.startsWith('...')) return [...field.matchAll(/\{ (\w+) \}/g)].map(([, name = '']) => name)
    return /^(\w+)/.exec(field)?.[1] ?? []
  })
}

const callsIn = ({ file, text }: (typeof sources)[number]): ReadonlyArray<CallSite> =>
  [...text.matchAll(/\b(?:refuse|refusal)\(/g)].flatMap((match) => {
    const [code = '', rule, facts] = partsAt(text, match.index + match[0].length - 1)
    const codes = codesIn(code)
    const whole = text.slice(match.index, match.index + 200)
    // A local helper that fixes the rule hands in code and facts only.
    const shifted = rule?.startsWith('{') === true
    return codes.length === 0
      ? []
      : [
          {
            file,
            codes,
            rule: shifted ? undefined : literal(rule),
            facts: namesOf(shifted ? rule : facts),
            text: whole,
          },
        ]
  })

const objectsIn = ({ file, text }: (typeof sources)[number]): ReadonlyArray<CallSite> =>
  [...text.matchAll(/\{\s*kind: 'refusal',/g)].flatMap((match) => {
    const fields = new Map(
      partsAt(text, match.index).map((field): [string, string] => {
        const [, name = '', value = ''] = /^(\w+)(?::\s*([^]*))?$/.exec(field) ?? []
        return [name, value]
      }),
    )
    const codes = codesIn(fields.get('code') ?? '')
    const facts = fields.get('facts')
    return codes.length === 0
      ? []
      : [
          {
            file,
            codes,
            rule: literal(fields.get('rule')),
            facts: namesOf(facts === '' ? 'facts' : facts),
            text: match[0],
          },
        ]
  })

/** Every place that makes a refusal, as `refuse(code, rule, facts)` or as the object itself. */
export const callSites: ReadonlyArray<CallSite> = sources.flatMap(callsIn).concat(sources.flatMap(objectsIn))
