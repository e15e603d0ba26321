import * as core from '@refund-case/core'
import { Policy } from '@refund-case/core'
import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { anatomyOf } from '../codec/anatomy.js'
import { formOfCodec } from '../codec/codec-form.js'
import { either } from '../form/choices.js'
import { fields, may, must } from '../form/fields.js'
import {
  isObject,
  meaningProblem,
  reading,
  turned,
  type Form,
  type FormNode,
  type Read,
  type Scope,
} from '../form/form.js'
import { list, map } from '../form/lists.js'
import { amount, anything, text, whole, words } from '../form/scalars.js'
import { under, type Pointer } from '../source/pointer.js'

type Setting = (policy: Policy) => Policy

const presets: { readonly [name: string]: Policy } = { chinaRetail: core.chinaRetail }
const presetNames = Object.keys(presets)

/** The settings that are named and nothing else. */
const plainSettings: { readonly [name: string]: Setting } = {
  reviewWithinThreeWorkingDays: core.reviewWithinThreeWorkingDays,
  toCardWithin24Hours: core.toCardWithin24Hours,
  cashierSameDay: core.cashierSameDay,
  exceptionReportNextWorkingDay: core.exceptionReportNextWorkingDay,
  returnWithinTenWorkingDaysOfPurchase: core.returnWithinTenWorkingDaysOfPurchase,
  originalChannelOnly: core.originalChannelOnly,
}

const plainSetting: Form<Setting> = reading(words(Object.keys(plainSettings)), (name, path) => {
  const setting = plainSettings[name]
  return setting === undefined ? meaningProblem(path, `there is no setting ${name}`) : right(setting)
})

/** The settings that need a value. */
const valued = {
  presidentAbove: reading(fields({ presidentAbove: must(amount) }), (said) =>
    right(core.presidentAbove(said.presidentAbove)),
  ),
  outboundFreight: reading(
    fields({ outboundFreight: must(words(['merchantOrUnshippedOnly', 'always', 'never'] as const)) }),
    (said) => right(core.outboundFreight(said.outboundFreight)),
  ),
}
const settings = [plainSetting, valued.presidentAbove, valued.outboundFreight] as const
/** What the settings look like, for the reference page. */
export const settingNodes: ReadonlyArray<FormNode> = settings.map(({ node }) => node)
const setting: Form<Setting> = either(settings)

const fromPreset = fields({
  preset: must(words(presetNames)),
  id: may(text('an id of letters, digits or ._:-', /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/)),
  version: may(whole(1, 1_000_000)),
  settings: may(list(setting)),
  override: may(map({ pattern: /^[A-Za-z]+$/, says: 'a field of a policy' }, anything)),
})

/** Laid over a policy: mappings field by field, all else as a whole. */
const laidOver = (base: unknown, over: unknown): unknown => {
  if (!isObject(base) || !isObject(over)) return over
  const merged = Object.entries(over).map(([name, part]) => [name, laidOver(base[name], part)] as const)
  return { ...base, ...Object.fromEntries(merged) }
}

/** Reads what is written in an override, each part in the form that its place has. */
const readOverride = (codec: t.Mixed, over: unknown, path: Pointer, scope: Scope): Read<unknown> => {
  const anatomy = anatomyOf(codec)
  if (anatomy.kind !== 'fields' || !isObject(over)) {
    const read = formOfCodec(codec).read(over, path, scope)
    return isLeft(read) ? left(read.left.map((problem) => ({ ...problem, stage: 'meaning' as const }))) : read
  }
  const parts: Array<readonly [string, unknown]> = []
  for (const [name, part] of Object.entries(over)) {
    const field = anatomy.fields.get(name)
    if (field === undefined)
      return meaningProblem(under(path, name), `unknown field; known here: ${[...anatomy.fields.keys()].join(', ')}`)
    const read = readOverride(field.codec, part, under(path, name), scope)
    if (isLeft(read)) return read
    parts.push([name, read.right])
  }
  return right(Object.fromEntries(parts))
}

const preset = (name: string, path: Pointer): Read<Policy> => {
  const found = presets[name]
  return found === undefined ? meaningProblem(path, `there is no preset ${name}`) : right(found)
}

const byName: Form<Policy> = reading(words(presetNames), preset)

const changedPreset: Form<Policy> = reading(fromPreset, (said, path, scope) => {
  const base = preset(said.preset, path)
  if (isLeft(base)) return base
  const set = (said.settings ?? []).reduce((policy, change) => change(policy), base.right)
  const over =
    said.override === undefined
      ? right({})
      : readOverride(Policy, Object.fromEntries(said.override), under(path, 'override'), scope)
  if (isLeft(over)) return over
  const own = {
    ...(said.id === undefined ? {} : { id: said.id }),
    ...(said.version === undefined ? {} : { version: said.version }),
  }
  const policy = laidOver(laidOver(set, over.right), own)
  return Policy.is(policy) ? right(policy) : meaningProblem(path, 'the parts do not make a policy')
})

const inFull: Form<Policy> = reading(formOfCodec(Policy), (policy, path) =>
  Policy.is(policy) ? right(policy) : meaningProblem(path, 'the parts do not make a policy'),
)

// The amounts of a policy are written in its own currency.
const inOwnCurrency = (value: unknown, scope: Scope): Scope => {
  const said = isObject(value) ? value['currency'] : undefined
  const own = typeof said === 'string' && /^[A-Z]{3}$/.test(said) ? said : 'CNY'
  return { ...scope, currency: own }
}

const mapping = either([changedPreset, inFull])
const anyPolicy = either([byName, mapping])

/** A policy: a preset by name, a preset with changes, or one in full. */
export const policy: Form<Policy> = {
  node: { kind: 'named', name: 'policy', node: () => anyPolicy.node },
  read: (value, path, scope) => anyPolicy.read(value, path, inOwnCurrency(value, scope)),
}

export const policies: Form<ReadonlyArray<Policy>> = either([list(policy, 1), turned(policy, (only) => [only])])
