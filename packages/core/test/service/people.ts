import type { CaseActor } from '../../src/refund-case/index.js'

// Enough persons that separation of duties never stands in the way by accident.

export const customer: CaseActor = { id: 'customer-ann', role: 'customer' }
export const clerk: CaseActor = { id: 'staff-clerk', role: 'customerService' }
export const secondClerk: CaseActor = { id: 'staff-clerk-2', role: 'customerService' }
export const lead: CaseActor = { id: 'staff-lead', role: 'csLead' }
export const secondLead: CaseActor = { id: 'staff-lead-2', role: 'csLead' }
export const engineer: CaseActor = { id: 'staff-engineer', role: 'technical' }
export const storekeeper: CaseActor = { id: 'staff-storekeeper', role: 'warehouse' }
export const cashier: CaseActor = { id: 'staff-cashier', role: 'cashier' }
export const payer: CaseActor = { id: 'staff-payer', role: 'cashier' }
export const accountant: CaseActor = { id: 'staff-accountant', role: 'accountant' }
export const director: CaseActor = { id: 'staff-director', role: 'financeDirector' }
export const secondDirector: CaseActor = { id: 'staff-director-2', role: 'financeDirector' }
export const administrator: CaseActor = { id: 'staff-administrator', role: 'administration' }
export const platform: CaseActor = {
  id: 'staff-clerk',
  role: 'customerService',
  onBehalfOf: { id: 'the-platform', role: 'platform' },
}
