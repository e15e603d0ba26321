import { mkdirSync, symlinkSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { recordingTerminal } from '../../test/recording-terminal.js'
import { directoryWith } from '../../test/scenario-directory.js'
import { smallScenario } from '../../test/small-scenario.js'
import { runCli } from '../cli.js'

const noise = (bytes: number) => Uint8Array.from({ length: bytes }, (_, index) => (index * 193 + (index >> 7)) % 256)

const files = directoryWith({
  'good.yaml': smallScenario,
  'empty.yaml': '',
  'comment.yaml': '# nothing yet\n',
  'garbage.yaml': noise(1_000_000),
  'words.yaml': 'lorem ipsum '.repeat(83_000),
  'colons.yaml': 'a: '.repeat(20_000),
  'brackets.yaml': '['.repeat(20_000),
  'huge.yaml': '#'.repeat(1_000_001),
  'two.yaml': `${smallScenario}---\n${smallScenario}`,
  'field.yaml': smallScenario.replace('title: A', 'tittle: A'),
  'amount.yaml': smallScenario.replace('amount: 90.00', 'amount: 90'),
  'person.yaml': smallScenario.replace('by: li', 'by: lo'),
  'json.json': '{ "scenario": ',
})
afterAll(files.remove)
mkdirSync(files.file('nothing-here'))
symlinkSync('circle.yaml', files.file('circle.yaml'))

const complaint = async (...args: ReadonlyArray<string>) => {
  const { terminal, said } = recordingTerminal()
  const code = await runCli(args, terminal)
  expect(said.out).toBe('')
  return { code, err: said.err.replaceAll(`${files.path}/`, '') }
}

describe('a file that cannot be played', { timeout: 60_000 }, () => {
  it.each([
    ['missing.yaml', 'missing.yaml: there is no such file or directory'],
    ['good.yaml/below.yaml', 'good.yaml/below.yaml: there is no such file or directory'],
    ['empty.yaml', 'empty.yaml: it is empty'],
    ['garbage.yaml', 'garbage.yaml: it is not text in UTF-8'],
    ['huge.yaml', 'huge.yaml: it is larger than 1 MB, which no scenario is'],
    ['nothing-here', 'nothing-here: there is no *.yaml, *.yml or *.json in this directory'],
    ['circle.yaml', 'circle.yaml: it is a link that leads in a circle'],
  ])('%s', async (name, sentence) => {
    expect(await complaint('play', files.file(name))).toEqual({ code: 2, err: `${sentence}\n` })
  })

  it('/dev/null', async () => {
    expect(await complaint('play', '/dev/null')).toEqual({
      code: 2,
      err: '/dev/null: it is neither a file nor a directory\n',
    })
  })

  it.each([
    ['comment.yaml', /^comment\.yaml:1:1: /],
    ['words.yaml', /^words\.yaml:1:1: /],
    ['colons.yaml', /^colons\.yaml:1:\d+: .*\n(?:.*\n)*colons\.yaml: and \d+ more\n$/],
    ['brackets.yaml', /^brackets\.yaml:1:\d+: /],
    ['two.yaml', /^two\.yaml:\d+:\d+: /],
    ['field.yaml', /field\.yaml:2:1 \/tittle: unknown field/],
    [
      'amount.yaml',
      /amount\.yaml:\d+:\d+ \/steps\/1\/with\/lines\/0\/amount: expected an amount in CNY with its 2 decimals/,
    ],
    ['person.yaml', /person\.yaml:30:\d+ \/steps\/2.*: nobody is called lo/],
    ['json.json', /^json\.json:\d+:\d+: /],
  ])('%s names the place', async (name, place) => {
    const { code, err } = await complaint('play', files.file(name))
    expect(code).toBe(2)
    expect(err).toMatch(place)
    expect(err.split('\n').length).toBeLessThan(25)
    expect(err).not.toMatch(/^\s+at /m)
  })

  it('among others keeps them all from being played, and every one is named', async () => {
    const { code, err } = await complaint(
      'play',
      files.file('good.yaml'),
      files.file('empty.yaml'),
      files.file('missing.yaml'),
    )
    expect(code).toBe(2)
    expect(err).toBe('empty.yaml: it is empty\nmissing.yaml: there is no such file or directory\n')
  })

  it('keeps the demo from starting too', async () => {
    expect(await complaint('demo', files.file('missing'))).toEqual({
      code: 2,
      err: 'missing: there is no such file or directory\n',
    })
  })
})

describe('a command line that nobody understands', () => {
  it.each([
    [['play'], 'refund-case play: which FILE?'],
    [['play', '--fast', 'x.yaml'], "refund-case play: Unknown option '--fast'"],
    [['play', '--lang', 'fr', 'x.yaml'], "refund-case play: --lang knows en and zh-CN, not 'fr'"],
    [['play', 'x.yaml', '--lang'], "refund-case play: Option '--lang <value>' argument missing"],
    [['demo', '--lang=xx'], "refund-case demo: --lang knows en and zh-CN, not 'xx'"],
    [['plya'], "refund-case: there is no command 'plya'"],
    [[], 'Usage: refund-case COMMAND [options]'],
  ])('%j', async (args, sentence) => {
    const { code, err } = await complaint(...args)
    expect(code).toBe(2)
    expect(err.split('\n')[0]).toBe(sentence)
  })
})

describe('help and version', () => {
  it.each([
    [['--help'], /^Usage: refund-case COMMAND/],
    [['help'], /^Usage: refund-case COMMAND/],
    [['help', 'play'], /^Usage: refund-case play FILE…/],
    [['play', '--help'], /^Usage: refund-case play FILE…/],
    [['demo', '--help'], /^Usage: refund-case demo/],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ])('%j', async (args, text) => {
    const { terminal, said } = recordingTerminal()
    expect(await runCli(args, terminal)).toBe(0)
    expect(said.out).toMatch(text)
    expect(said.err).toBe('')
  })
})
