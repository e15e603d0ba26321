import { right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { either } from '../form/choices.js'
import { fields, may, must } from '../form/fields.js'
import { meaningProblem, reading, turned, type Form } from '../form/form.js'
import { list, map } from '../form/lists.js'
import { text, whole, words } from '../form/scalars.js'
import { anatomyOf, fieldNamesOf } from './anatomy.js'
import { evidenceForm } from './evidence-form.js'
import { wordsOf } from './words-of.js'

type FormOf = (codec: t.Mixed) => Form<unknown>

/** The form of a codec that authors may write in short, or none. */
export const shorthandOf = (codec: t.Mixed, formOf: FormOf): Form<unknown> | undefined => {
  const anatomy = anatomyOf(codec)
  if (anatomy.kind === 'list') return linesOf(anatomy.item, formOf)
  if (anatomy.kind === 'union')
    return anatomy.members.some(isOriginalDestination) ? destination(anatomy.members, formOf) : undefined
  const names = fieldNamesOf(codec)
  if (sameNames(names, ['kind', 'reference', 'sha256', 'mediaType', 'size'])) return evidenceForm(codec)
  if (names.includes('disposition') && names.includes('accepted')) return inspectedLine(codec, formOf)
  if (sameNames(names, ['subject', 'name', 'contact', 'bank', 'registeredMobile'])) return customer(codec, formOf)
  return undefined
}

const sameNames = (names: ReadonlyArray<string>, others: ReadonlyArray<string>): boolean =>
  names.length === others.length && others.every((name) => names.includes(name))

const isOriginalDestination = (member: t.Mixed): boolean => {
  const anatomy = anatomyOf(member)
  const kind = anatomy.kind === 'fields' && anatomy.fields.size === 1 ? anatomy.fields.get('kind') : undefined
  return kind !== undefined && wordsOf(kind.codec).includes('original')
}

const partsOf = (codec: t.Mixed, formOf: FormOf): ReadonlyMap<string, Form<unknown>> => {
  const anatomy = anatomyOf(codec)
  return new Map(
    anatomy.kind === 'fields' ? [...anatomy.fields].map(([name, field]) => [name, formOf(field.codec)]) : [],
  )
}

const plainFields = (codec: t.Mixed, formOf: FormOf): Form<unknown> => {
  const anatomy = anatomyOf(codec)
  if (anatomy.kind !== 'fields') return formOf(codec)
  return fields(
    Object.fromEntries(
      [...anatomy.fields].map(([name, { codec: part, optional }]) => [
        name,
        optional ? may(formOf(part)) : must(formOf(part)),
      ]),
    ),
  )
}

/** `{ 1: 2 }`: two units of line 1. */
const unitsByLine = turned(map({ pattern: /^[1-9]\d{0,6}$/, says: 'a line number' }, whole(0, 1_000_000)), (entries) =>
  entries.map(([lineNo, quantity]) => ({ lineNo: Number(lineNo), quantity })),
)

const linesOf = (item: t.Mixed, formOf: FormOf): Form<unknown> | undefined => {
  const names = fieldNamesOf(item)
  return names.includes('lineNo') && names.includes('quantity') ? either([unitsByLine, list(formOf(item))]) : undefined
}

const usualFinding: { readonly [name: string]: unknown } = {
  accepted: 0,
  rejected: 0,
  appearance: 'intact',
  packaging: 'complete',
  grade: 'A',
  disposition: 'restock',
}

/** What an inspection found on one line; what is left out was as it should be. */
const inspectedLine = (codec: t.Mixed, formOf: FormOf): Form<unknown> => {
  const specs = [...partsOf(codec, formOf)].map(([name, form]) => [name, name === 'lineNo' ? must(form) : may(form)])
  return turned(fields(Object.fromEntries(specs)), (found) => {
    const line: { readonly [name: string]: unknown } = { ...usualFinding, ...found }
    return { received: Number(line['accepted']) + Number(line['rejected']), ...line }
  })
}

const customer = (codec: t.Mixed, formOf: FormOf): Form<unknown> => {
  const anatomy = anatomyOf(codec)
  const subject = anatomy.kind === 'fields' ? anatomy.fields.get('subject')?.codec : undefined
  const short = reading(text('an opaque id of a person'), (id, path) =>
    subject?.is(id) === true ? right({ subject: id }) : meaningProblem(path, `expected ${subject?.name ?? 'an id'}`),
  )
  return either([short, plainFields(codec, formOf)])
}

const destination = (members: ReadonlyArray<t.Mixed>, formOf: FormOf): Form<unknown> =>
  either([turned(words(['original']), (kind) => ({ kind })), ...members.map(formOf)])
