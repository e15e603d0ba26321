// What the rows say, as a table: each with its floor and what it should reach.

// Absolute targets are meant for a machine whose floor appends as many events a second; elsewhere they go with it.
const REFERENCE_FLOOR = 2_600_000

export const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

const thousands = (perSecond) => `${Math.round(perSecond / 1000).toLocaleString('en')} k/s`
const verdict = (ok) => (ok ? 'ok' : 'MISSED')

const machineScale = (rows) => {
  const floor = rows.find(({ measurement, streams }) => measurement.name === 'append 1 · floor' && streams === 20_000)
  return floor === undefined ? undefined : floor.perSecond / REFERENCE_FLOOR
}

const targetsOf = (row, floor, scale, rows) => {
  const { perSecond, ofFloor, spread, megabytes, atStreams } = row.measurement.target ?? {}
  const targets = []
  if (perSecond !== undefined) {
    const least = perSecond * (scale ?? 1)
    targets.push(`≥ ${thousands(least)} ${verdict(row.perSecond >= least)}`)
  }
  if (ofFloor !== undefined && floor !== undefined)
    targets.push(`≥ ${ofFloor} of floor ${verdict(row.perSecond / floor.perSecond >= ofFloor)}`)
  if (megabytes !== undefined && row.streams === atStreams)
    targets.push(`< ${megabytes} MB ${verdict(row.megabytes < megabytes)}`)
  const all = rows.filter(({ measurement }) => measurement === row.measurement).map((each) => each.perSecond)
  if (spread !== undefined && all.length > 1 && row.perSecond === Math.min(...all)) {
    const ratio = Math.max(...all) / row.perSecond
    targets.push(`all streams within ${spread}: ${ratio.toFixed(2)} ${verdict(ratio <= spread)}`)
  }
  return targets.join(', ')
}

export const report = (rows, { rounds, events }) => {
  const scale = machineScale(rows)
  const cells = rows.map((row) => {
    const { measurement, streams, perSecond, least, most, megabytes } = row
    const floor = rows.find((each) => each.measurement === measurement.floor && each.streams === streams)
    return [
      measurement.name,
      measurement.byStreams ? streams.toLocaleString('en') : '',
      `${thousands(perSecond)} ${measurement.unit}`,
      `${thousands(least)}–${thousands(most)}`,
      floor === undefined ? '' : (perSecond / floor.perSecond).toFixed(2),
      measurement.target?.megabytes === undefined ? '' : `${megabytes.toFixed(1)} MB`,
      targetsOf(row, floor, scale, rows),
    ]
  })
  const table = [['measurement', 'streams', 'median', 'least–most', 'of floor', 'heap', 'target'], ...cells]
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)))
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  )
  const scaled =
    scale === undefined
      ? 'Absolute targets as given: the floor was not measured.'
      : `Absolute targets × ${scale.toFixed(2)}: the floor reached ${thousands(scale * REFERENCE_FLOOR)}, and they are meant for ${thousands(REFERENCE_FLOOR)}.`
  return [
    `Node ${process.version}, medians of ${rounds} fresh processes, ${events.toLocaleString('en')} of a kind`,
    '',
    ...lines,
    '',
    scaled,
  ].join('\n')
}
