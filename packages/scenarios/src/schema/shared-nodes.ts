import type { FormNode } from '../form/form.js'

/** The nodes right under one, each with the name it goes by there. */
const partsOf = (node: FormNode): ReadonlyArray<readonly [string, FormNode]> => {
  switch (node.kind) {
    case 'list':
      return [['item', node.item]]
    case 'map':
      return [['value', node.value]]
    case 'either':
      return node.nodes.map((one, index) => [`way ${index + 1}`, one])
    case 'fields':
      return [
        ...[...node.fields].map(([name, field]): readonly [string, FormNode] => [name, field.node]),
        ...[...(node.dependent?.nodes ?? [])].map(([word, one]): readonly [string, FormNode] => [
          `fields of ${word}`,
          one,
        ]),
      ]
    case 'byKey':
      return [...node.choices].map(([key, one]) => [`${key} step`, one])
    case 'named':
      return [[node.name, node.node()]]
    default:
      return []
  }
}

const isCompound = (node: FormNode): boolean =>
  partsOf(node).length > 0 || (node.kind === 'words' && node.words.length > 4)

const passing = new Set(['item', 'value', 'way 1', 'way 2', 'way 3'])

/** Every node that is used in more than one place, with a name of its own for each. */
export const sharedNodes = (root: FormNode): ReadonlyMap<FormNode, string> => {
  const seen = new Map<FormNode, string>()
  const shared = new Map<FormNode, string>()
  const taken = new Set<string>()
  const nameFor = (hint: string): string => {
    const base = hint.replaceAll(' ', '-')
    for (let suffix = 1; ; suffix++) {
      const name = suffix === 1 ? base : `${base}-${suffix}`
      if (!taken.has(name)) {
        taken.add(name)
        return name
      }
    }
  }
  const walk = (node: FormNode, hint: string): void => {
    if (seen.has(node)) {
      if (isCompound(node) && !shared.has(node)) shared.set(node, nameFor(seen.get(node) ?? hint))
      return
    }
    seen.set(node, hint)
    for (const [name, part] of partsOf(node)) walk(part, passing.has(name) ? hint : name)
  }
  walk(root, 'scenario')
  return shared
}
