// What every measurement of the store is held against: a map of arrays that checks the revision and nothing else.
export const floorStore = () => {
  const streams = new Map()
  return {
    append: (name, expected, event) => {
      const events = streams.get(name)
      if (events === undefined) {
        if (expected !== -1) throw new Error('conflict')
        streams.set(name, [event])
        return 0
      }
      if (events.length - 1 !== expected) throw new Error('conflict')
      return events.push(event) - 1
    },
    read: (name) => streams.get(name),
  }
}
