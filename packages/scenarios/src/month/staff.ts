import type { CaseActor, Role } from '@refund-case/core'
import type { Random } from './random.js'

/** Who works in the generated shop: three people a shift at each of two desks, and the departments behind them. */
const people = {
  customerService: {
    li: '李静',
    mei: '梅婷',
    sun: '孙岩',
    zhou: '周涛',
    wu: '吴敏',
    zheng: '郑浩',
    feng: '冯雪',
    chen: '陈明',
  },
  csLead: { wang: '王芳', he: '何平', guo: '郭磊', ma: '马丽', luo: '罗军', liang: '梁欣' },
  technical: { tang: '唐磊', tian: '田野' },
  warehouse: { cang: '仓健', kuang: '邝勇' },
  logistics: { liu: '刘洋' },
  cashier: { cao: '曹丽', qian: '钱进' },
  accountant: { kong: '孔梅', bao: '包兰' },
  financeDirector: { zhao: '赵刚', fu: '傅强' },
  departmentHead: { bu: '卜伟', jin: '金华' },
  administration: { xing: '邢玉', tao: '陶然' },
  system: { service: '系统' },
} as const satisfies { readonly [R in Role]?: { readonly [id: string]: string } }

export type StaffRole = keyof typeof people

const names: ReadonlyMap<string, string> = new Map(Object.values(people).flatMap((some) => Object.entries(some)))

/** The directory of the generated shop: the name of a member of its staff. */
export const monthStaffName = (id: string): string | undefined => names.get(id)

export const staffOf = (role: StaffRole): ReadonlyArray<string> => Object.keys(people[role])

/** Somebody of the role; where `not` names all of them, the first. */
export const someone = (random: Random, role: StaffRole, ...not: ReadonlyArray<string>): CaseActor => {
  const all = staffOf(role)
  const fitting = all.filter((id) => !not.includes(id))
  const [first = role, ...others] = fitting.length === 0 ? all : fitting
  return { id: random.pick(first, ...others), role }
}

/** What somebody outside does, recorded by customer service. */
export const outside = (random: Random, role: 'platform' | 'mediator' | 'court'): CaseActor => ({
  ...someone(random, 'customerService'),
  onBehalfOf: { id: `${role}-1`, role },
})
