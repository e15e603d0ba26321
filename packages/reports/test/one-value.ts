import type { Form, Value } from '../src/index.js'

/** A form that shows one value everywhere a form can show one. */
export const everywhere = (value: Value): Form => {
  const field = { name: 'field', label: ['Field', '项目'], value } as const
  return {
    kind: 'everywhere',
    title: ['Everywhere', '各处'],
    number: field,
    head: [field],
    parts: [
      { part: 'fields', name: 'fields', rows: [[field, field], [field]] },
      {
        part: 'boxes',
        name: 'boxes',
        label: ['Group', '组'],
        boxes: [
          { name: 'one', label: ['One', '一'], hint: ['Hint', '备注'], holds: { value } },
          {
            name: 'two',
            label: ['Two', '二'],
            holds: { entries: [{ heading: value, fields: [field], points: [field] }] },
          },
        ],
      },
      {
        part: 'opinion',
        name: 'opinion',
        label: ['Opinion', '意见'],
        entries: [{ opinion: value, signature: [field] }],
        unsigned: [field],
      },
      {
        part: 'table',
        name: 'table',
        main: true,
        label: ['Table', '表'],
        columns: [
          { name: 'a', label: ['A', '甲'], width: 10 },
          { name: 'b', label: ['B', '乙'], width: 30, align: 'right' },
        ],
        rows: [
          [value, value],
          [value, value],
        ],
        totals: () => [[value, value]],
        atLeast: 4,
      },
      { part: 'chart', name: 'chart', label: ['Chart', '图'], bars: [{ label: value, size: 3, value }] },
      { part: 'note', name: 'note', label: ['Note', '注'], value },
    ],
    foot: [field],
    page: 'portrait',
    zone: 'Asia/Shanghai',
  }
}

/** The same with nothing in any list. */
export const empty: Form = {
  ...everywhere({ is: 'nothing' }),
  parts: [
    { part: 'boxes', name: 'boxes', boxes: [{ name: 'one', label: ['One', '一'], holds: { entries: [] } }] },
    { part: 'opinion', name: 'opinion', label: ['Opinion', '意见'], entries: [], unsigned: [] },
    {
      part: 'table',
      name: 'table',
      main: true,
      columns: [
        { name: 'a', label: ['A', '甲'], width: 10 },
        { name: 'b', label: ['B', '乙'], width: 30 },
      ],
      rows: [],
    },
    { part: 'chart', name: 'chart', label: ['Chart', '图'], bars: [] },
  ],
}
