import { describe, expect, it } from 'vitest'
import { terminalOf, wantsColour } from './terminal.js'

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, false],
  ])('on a terminal %j with %j: %j', (isTerminal, environment, wanted) => {
    expect(wantsColour(isTerminal, environment)).toBe(wanted)
  })
})

const stream = (isTTY: boolean) => {
  const written: Array<string> = []
  return { written, isTTY, columns: 100, write: (text: string) => written.push(text) }
}

describe('a terminal over two streams', () => {
  it('writes to each what belongs there', () => {
    const [out, err] = [stream(true), stream(true)]
    const terminal = terminalOf(out, err, {})
    terminal.out('a')
    terminal.err('b')
    expect([out.written, err.written]).toEqual([['a'], ['b']])
    expect(terminal).toMatchObject({ colour: true, live: true, columns: 100 })
  })

  it('has no width and nobody who watches where its output is a file', () => {
    expect(terminalOf(stream(false), stream(true), {})).toMatchObject({
      colour: false,
      live: false,
      columns: undefined,
    })
  })
})
