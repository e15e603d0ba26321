import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from 'yaml'
import { under, type Pointer } from './pointer.js'

export interface Collected {
  readonly data: unknown
  readonly numbers: ReadonlyMap<Pointer, string>
  readonly offsets: ReadonlyMap<Pointer, number>
  readonly problems: ReadonlyArray<{ readonly offset: number; readonly pointer: Pointer; readonly message: string }>
}

/** The data of a parsed document, with the place of each piece and the spelling of each number. */
export const collect = (document: Document.Parsed, mostAliases: number): Collected => {
  const numbers = new Map<Pointer, string>()
  const offsets = new Map<Pointer, number>()
  const problems: Array<Collected['problems'][number]> = []
  let aliases = 0

  const refuse = (node: Node, pointer: Pointer, message: string): null => {
    problems.push({ offset: node.range?.[0] ?? 0, pointer, message })
    return null
  }

  const scalar = (node: Node, value: unknown, text: string | undefined, pointer: Pointer): unknown => {
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return refuse(node, pointer, 'expected a number that can be written in digits')
      numbers.set(pointer, text ?? String(value))
    }
    if (value === null || ['number', 'string', 'boolean'].includes(typeof value)) return value
    return refuse(node, pointer, 'expected a text, a number, true or false')
  }

  const walk = (node: Node | null, pointer: Pointer, inside: ReadonlyArray<Node>): unknown => {
    if (node === null) return null
    if (!offsets.has(pointer)) offsets.set(pointer, node.range?.[0] ?? 0)
    if (isAlias(node)) {
      aliases += 1
      const target = node.resolve(document)
      if (target === undefined || inside.includes(target)) return refuse(node, pointer, `*${node.source} leads nowhere`)
      return aliases > mostAliases ? refuse(node, pointer, 'too many aliases') : walk(target, pointer, inside)
    }
    if (node.tag !== undefined) return refuse(node, pointer, 'tags are not part of a scenario')
    if (isScalar(node)) return scalar(node, node.value, node.source, pointer)
    if (isSeq(node))
      return node.items.map((item, index) => walk(asNode(item), under(pointer, index), [...inside, node]))
    if (!isMap(node)) return refuse(node, pointer, 'expected a value')
    const entries: Array<readonly [string, unknown]> = []
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? (key.source ?? String(key.value)) : undefined
      if (name === undefined) {
        refuse(node, pointer, 'expected a name before the colon')
        continue
      }
      const place = under(pointer, name)
      if (isScalar(key)) offsets.set(place, key.range?.[0] ?? 0)
      entries.push([name, walk(asNode(value), place, [...inside, node])])
    }
    return Object.fromEntries(entries)
  }

  const data = walk(document.contents, '', [])
  return { data, numbers, offsets, problems }
}

// A parsed document holds nodes; its types allow for ones that were put together by hand.
const asNode = (value: unknown): Node | null =>
  isAlias(value) || isScalar(value) || isSeq(value) || isMap(value) ? value : null
