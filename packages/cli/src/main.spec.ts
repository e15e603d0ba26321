import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directoryWith } from '../test/scenario-directory.js'
import { smallScenario } from '../test/small-scenario.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const files = directoryWith({
  'good.yaml': smallScenario,
  'wrong.yaml': smallScenario.replace('moneyOut: 0.00', 'moneyOut: 1.00'),
  'bad.yaml': 'scenario: [',
})
afterAll(files.remove)

const node = (args: ReadonlyArray<string>, env: { readonly [name: string]: string } = {}) =>
  spawnSync(process.execPath, [at('../dist/main.js'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })

/** The program as it is built and started, in a process of its own. */
describe('refund-case, started', { timeout: 120_000 }, () => {
  beforeAll(() => {
    const tsc = at('../../../node_modules/typescript/bin/tsc')
    spawnSync(process.execPath, [tsc, '-b', at('..')], { encoding: 'utf8' })
  }, 240_000)

  it.each([
    [['play', 'good.yaml'], 0],
    [['play', 'wrong.yaml'], 1],
    [['play', 'bad.yaml'], 2],
    [['play', 'missing.yaml'], 2],
    [['play', 'good.yaml', '--nonsense'], 2],
  ])('%j exits with %d', (args, code) => {
    const { status, stderr } = node(args.map((arg) => (arg.endsWith('.yaml') ? files.file(arg) : arg)))
    expect(status).toBe(code)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('writes plain text into a pipe, whatever colours are forced', () => {
    const { stdout } = node(['play', '--quiet', files.file('good.yaml')], { FORCE_COLOR: '3' })
    expect(stdout).toContain('✓ chipped-mug: 3 steps as expected')
    expect(stdout).not.toContain('\u001B')
  })

  it('stops without a word when nobody reads on', () => {
    const shell = `"${process.execPath}" "${at('../dist/main.js')}" demo --cases 0 | head -1; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', shell], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^Refund cases.*\n0\n$/)
  })
})
