import type * as t from 'io-ts'
import { words } from './words.js'

/** Who acts (RO1, RO6). `platform`, `mediator`, `arbitrator` and `court` are outside; staff record what they do. */
export const Role = words(
  'Role',
  'customer',
  'customerService',
  'csLead',
  'technical',
  'logistics',
  'warehouse',
  'cashier',
  'accountant',
  'financeDirector',
  'president',
  'departmentHead',
  'administration',
  'system',
  'platform',
  'mediator',
  'arbitrator',
  'court',
)
export type Role = t.TypeOf<typeof Role>

export const OutsideRole = words('OutsideRole', 'customer', 'platform', 'mediator', 'arbitrator', 'court')
export type OutsideRole = t.TypeOf<typeof OutsideRole>

export const isStaff = (role: Role): boolean => !OutsideRole.is(role) && role !== 'system'
