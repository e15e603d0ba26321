import type { Sentences } from '../catalogue.js'

/** 值班与交接班。 */
export const duty = {
  ALREADY_ACCEPTED: (f) => `${f.text('by')} 已于 ${f.text('at')} 接班，无需再次签字。`,
  ALREADY_SIGNED_OVER: (f) =>
    `${f.text('by')} 已于 ${f.text('at')} 签字交班。请写入下一班的交接单，或由接交人在接班时注明。`,
  ATTENDANCE_INCONSISTENT: (f) =>
    `考勤前后不一致：“${f.word('attendanceList', 'list')}”中的 ${f.text('person')} ${f.word('attendanceProblem', 'problem')}。请更正名单。`,
  DESK_PLAN_FIRST: (f) =>
    `值班台 ${f.text('desk')} 的第一版值班安排须自始有效，其后各版则不然。请更正第 ${f.text('version')} 版的生效时间。`,
  DESK_PLAN_NOT_LATER: (f) =>
    `第 ${f.text('version')} 版不能接在 ${f.text('desk')} 值班安排第 ${f.text('newest')} 版之后。请使用更高的版本号，并自 ${f.text('from')} 之后开始的班次起生效。`,
  DESK_PLAN_VERSION_REUSED: (f) =>
    `${f.text('desk')} 值班安排第 ${f.text('version')} 版已发布过不同内容。请为更改后的安排使用新版本。`,
  DESK_UNKNOWN: (f) =>
    f.has('desk')
      ? `值班台 ${f.text('desk')} 没有值班安排。请先发布其班次表，或改用其他值班台。`
      : '没有任何值班台有值班安排。请为每个值班台提供班次表。',
  FOLLOW_UP_UNKNOWN: (f) =>
    `${f.text('date')} ${f.text('shift')}没有第 ${f.text('item')} 项跟进事项。请查看该班的交接单。`,
  NOT_A_SHIFT_BOUNDARY: (f) =>
    `该时刻为第 ${f.text('version')} 版${f.text('shift')}的值班时间（${f.text('from')} 至 ${f.text('to')}）。${f.text('desk')} 的值班安排只能在新旧两版均有班次开始的时刻变更。`,
  NOT_SIGNED_OVER: () => '交接单尚未由交接人签字。请先签字交班，再接班。',
  ROSTER_INVALID: (f) => {
    const where = f.has('next')
      ? `（${f.text('shift')}于 ${f.text('to')} 结束，${f.text('next')}于 ${f.text('from')} 开始）`
      : f.has('shift')
        ? `（${f.text('shift')}）`
        : ''
    return `班次表未能恰好覆盖全天：${f.word('rosterProblem', 'problem')}${where}。请使各班次首尾相接。`
  },
  SHEET_INCOMPLETE: (f) => `交接单每项必填，尚缺：${f.word('sheetPart', 'missing')}。请先登记，再签字交班。`,
  SHIFT_NOT_BEGUN: (f) =>
    `该班次于 ${f.text('from')} 开始，现在是 ${f.text('now')}。请届时再登记，或写入当班的交接单。`,
  SHIFT_NOT_OVER: (f) => `该班次至 ${f.text('to')} 结束，现在是 ${f.text('now')}。请届时再接班。`,
  SHIFT_REPEATED: (f) =>
    `按此安排，值班台 ${f.text('desk')} 在 ${f.text('date')} 会有两个${f.text('shift')}。请更改新班次的名称，或自其他班次起生效。`,
  SHIFT_UNKNOWN: (f) =>
    `${f.text('desk')} 的班次表在 ${f.text('date')} 没有${f.text('shift')}。请核对值班台、日期与班次。`,
  ZONE_CHANGE_MOVES_MONTH: (f) =>
    `在 ${f.text('from')}，新旧时区不在同一个月。请使 ${f.text('desk')} 的值班安排自其他班次起生效。`,
} satisfies Partial<Sentences>
