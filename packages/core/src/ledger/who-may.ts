import type { Role } from '../vocabulary/index.js'
import type { LedgerDepartment } from './name.js'

/** 制表人 of each department (§8). */
export const preparers: { readonly [Department in LedgerDepartment]: ReadonlyArray<Role> } = {
  customerService: ['customerService', 'csLead'],
  finance: ['accountant'],
}

/** 审批人. */
export const heads: ReadonlyArray<Role> = ['departmentHead']

/** The department submits: who may prepare, or its head. */
export const submitters: { readonly [Department in LedgerDepartment]: ReadonlyArray<Role> } = {
  customerService: [...preparers.customerService, ...heads],
  finance: [...preparers.finance, ...heads],
}

/** 行政人事部, which verifies and archives (LG1, RC3). */
export const administration: ReadonlyArray<Role> = ['administration']
