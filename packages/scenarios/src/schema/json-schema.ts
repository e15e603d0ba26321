import type { FieldNode, FieldRules, FormNode } from '../form/form.js'
import { aliasPattern, dayPattern, idPattern, timePattern } from '../form/scalars.js'
import { sharedNodes } from './shared-nodes.js'

export type JsonSchema = { readonly [keyword: string]: unknown }

type SchemaOf = (node: FormNode) => JsonSchema

const anAmount = (description: string): JsonSchema => ({
  description,
  anyOf: [
    { type: 'number', minimum: 0 },
    { type: 'string', pattern: '^\\d+(?:\\.\\d+)?$' },
  ],
})

const scalars: { readonly [Kind in 'time' | 'day' | 'amount' | 'signedAmount' | 'number']: JsonSchema } = {
  time: { description: 'A time, such as 2026-03-09 10:05.', type: 'string', pattern: timePattern.source },
  day: { description: 'A day, such as 2026-03-18.', type: 'string', pattern: dayPattern.source },
  signedAmount: {
    description: 'An amount that may be below zero, such as -80.00.',
    anyOf: [{ type: 'number' }, { type: 'string', pattern: '^-?\\d+(?:\\.\\d+)?$' }],
  },
  amount: anAmount('An amount with all its decimals, such as 198.00.'),
  number: anAmount('A count, or with decimals an amount.'),
}

/** The JSON Schema of a form: scalars and whatever is used more than once are definitions. */
export const jsonSchemaOf = (root: FormNode): JsonSchema => {
  const shared = sharedNodes(root)
  const definitions = new Map<string, JsonSchema>(Object.entries(scalars))
  const schemaOf: SchemaOf = (node) => {
    const name = shared.get(node)
    if (name === undefined) return schemaOfKind(node, schemaOf)
    if (!definitions.has(name)) {
      // Stands there before it is written, so that a form may hold itself.
      definitions.set(name, {})
      definitions.set(name, schemaOfKind(node, schemaOf))
    }
    return { $ref: `#/$defs/${name}` }
  }
  const schema = schemaOf(root)
  return { ...schema, $defs: Object.fromEntries([...definitions].toSorted(([a], [b]) => (a < b ? -1 : 1))) }
}

const schemaOfKind = (node: FormNode, schemaOf: SchemaOf): JsonSchema => {
  switch (node.kind) {
    case 'time':
    case 'day':
    case 'number':
      return { $ref: `#/$defs/${node.kind}` }
    case 'amount':
      return { $ref: node.signed === true ? '#/$defs/signedAmount' : '#/$defs/amount' }
    case 'nothing':
      return { type: 'null' }
    case 'anything':
      return {}
    case 'text':
      return {
        description: `${node.says.charAt(0).toUpperCase()}${node.says.slice(1)}.`,
        type: 'string',
        minLength: 1,
        ...(node.pattern === undefined ? {} : { pattern: node.pattern.source }),
        ...(node.most === undefined ? {} : { maxLength: node.most }),
      }
    case 'words':
      return { enum: node.words }
    case 'flag':
      return node.only === undefined ? { type: 'boolean' } : { const: node.only }
    case 'whole':
      return node.least === node.most
        ? { const: node.least }
        : { type: 'integer', minimum: node.least, maximum: node.most }
    case 'caseAlias':
      return caseAlias(node.mayBeId)
    case 'list':
      return { type: 'array', items: schemaOf(node.item), ...(node.least > 0 ? { minItems: node.least } : {}) }
    case 'map':
      return {
        type: 'object',
        propertyNames: { pattern: node.key.pattern.source },
        additionalProperties: schemaOf(node.value),
        ...(node.single ? { minProperties: 1, maxProperties: 1 } : {}),
      }
    case 'fields':
      return fieldsSchema(node, schemaOf)
    case 'either':
      return { anyOf: node.nodes.map(schemaOf) }
    case 'byKey':
      return byKeySchema(node.choices, schemaOf)
    case 'named':
      return schemaOf(node.node())
  }
}

const caseAlias = (mayBeId: boolean): JsonSchema => {
  const alias = { description: "A case's alias, such as C1.", type: 'string', pattern: aliasPattern.source }
  return mayBeId ? { anyOf: [alias, { type: 'string', pattern: idPattern.source }] } : alias
}

type FieldsNode = Extract<FormNode, { readonly kind: 'fields' }>

const requiredOf = (fields: ReadonlyMap<string, FieldNode>): ReadonlyArray<string> =>
  [...fields].flatMap(([name, { optional }]) => (optional ? [] : [name]))

const fieldsSchema = ({ fields, rules, dependent }: FieldsNode, schemaOf: SchemaOf): JsonSchema => {
  const required = requiredOf(fields)
  const properties = [...fields].map(([name, { node }]) => [name, schemaOf(node)] as const)
  const all = [...ruleSchemas(rules), ...(dependent === undefined ? [] : dependentSchemas(dependent, schemaOf))]
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
    ...(all.length > 0 ? { allOf: all } : {}),
  }
}

const ruleSchemas = ({ oneOf = [], notTogether = [], needs = [] }: FieldRules): ReadonlyArray<JsonSchema> => [
  ...oneOf.map((group) => ({ anyOf: group.map((name) => ({ required: [name] })) })),
  ...notTogether.flatMap((group) =>
    group.flatMap((name, index) => group.slice(index + 1).map((other) => ({ not: { required: [name, other] } }))),
  ),
  ...needs.map(([name, needed]) => ({ dependentRequired: { [name]: [needed] } })),
]

// oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
const implied = (condition: JsonSchema, schema: JsonSchema): JsonSchema => ({ if: condition, then: schema })

const dependentSchemas = (
  { on, field, unless, nodes }: NonNullable<FieldsNode['dependent']>,
  schemaOf: SchemaOf,
): ReadonlyArray<JsonSchema> =>
  [...nodes].map(([word, node]) =>
    implied(
      { properties: { [on]: { const: word } }, required: [on], not: { required: [unless] } },
      { properties: { [field]: schemaOf(node) }, ...(takesEmpty(node) ? {} : { required: [field] }) },
    ),
  )

/** Whether an empty mapping will do. */
const takesEmpty = (node: FormNode): boolean => {
  switch (node.kind) {
    case 'fields':
      return requiredOf(node.fields).length === 0 && (node.rules.oneOf ?? []).length === 0
    case 'either':
      return node.nodes.some(takesEmpty)
    case 'named':
      return takesEmpty(node.node())
    default:
      return node.kind === 'anything'
  }
}

// Only the choice whose key stands there is looked at, so that an editor completes its fields and no others.
const byKeySchema = (choices: ReadonlyMap<string, FormNode>, schemaOf: SchemaOf): JsonSchema => ({
  type: 'object',
  oneOf: [...choices.keys()].map((key) => ({ required: [key] })),
  allOf: [...choices].map(([key, node]) => implied({ required: [key] }, schemaOf(node))),
})
