import type { FormNode } from '../../src/form/form.js'

/** What may stand in a place, as an author would say it; one line of Markdown. */
export const said = (node: FormNode): string => {
  switch (node.kind) {
    case 'text':
      return 'text'
    case 'words':
      return node.words.map((word) => `\`${word}\``).join(' \\| ')
    case 'flag':
      return node.only === undefined ? '`true` \\| `false`' : `\`${node.only}\``
    case 'nothing':
      return '`null`'
    case 'anything':
      return 'anything'
    case 'amount':
      return 'amount'
    case 'number':
      return 'count or amount'
    case 'whole':
      return node.least === node.most ? `\`${node.least}\`` : 'count'
    case 'time':
      return 'time'
    case 'day':
      return 'day'
    case 'caseAlias':
      return 'case'
    case 'list':
      return `list of ${said(node.item)}`
    case 'map':
      return `\`{\` ${node.key.says}: ${said(node.value)} \`}\``
    case 'fields':
      return `\`{\` ${fieldList(node)} \`}\``
    case 'either':
      return [...new Set(node.nodes.map(said))].join(', or ')
    case 'byKey':
      return [...node.choices.keys()].join(', or ')
    case 'named':
      return node.name
  }
}

type FieldsNode = Extract<FormNode, { readonly kind: 'fields' }>

const fieldList = ({ fields }: FieldsNode): string =>
  [...fields].map(([name, field]) => `${name}${field.optional ? '?' : ''}: ${said(field.node)}`).join(', ')

/** The fields of a form, a line of a table each. A form that comes in several shapes has a table for each. */
export const tables = (node: FormNode): ReadonlyArray<string> => {
  switch (node.kind) {
    case 'fields': {
      const rows = [...node.fields].map(
        ([name, field]) => `| \`${name}\` | ${field.optional ? '' : 'needed'} | ${said(field.node)} |`,
      )
      return rows.length === 0 ? ['No fields.'] : [['| field | | |', '|---|---|---|', ...rows].join('\n')]
    }
    case 'either':
      return node.nodes.flatMap(tables)
    case 'named':
      return tables(node.node())
    default:
      return [said(node)]
  }
}
