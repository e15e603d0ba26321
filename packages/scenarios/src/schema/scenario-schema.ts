import { file } from '../format/file.js'
import { jsonSchemaOf, type JsonSchema } from './json-schema.js'

/**
 * The JSON Schema of a scenario file (draft 2020-12), made from the same forms that read one: it lets through what has
 * the shape of a scenario. What a shape cannot say (a real date, decimals of an amount, a case that was opened) only
 * reading the file finds.
 */
export const scenarioSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:refund-case:scenario',
  title: 'A refund-case scenario',
  ...jsonSchemaOf(file.node),
})
