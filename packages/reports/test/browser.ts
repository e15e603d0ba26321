import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const candidates = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A Chromium on this machine, where there is one (Debian: `apt-get install chromium fonts-noto-cjk`). */
export const browser: string | undefined = candidates.find(
  (name) => spawnSync(name, ['--version'], { timeout: 20_000 }).status === 0,
)

/** Opens a page in a fresh browser without a network, and hands out what it made of it. */
export const openPage = (page: string) => {
  const directory = mkdtempSync(join(tmpdir(), 'refund-case-page-'))
  const path = join(directory, 'page.html')
  const pdf = join(directory, 'page.pdf')
  writeFileSync(path, page)
  const run = (...args: ReadonlyArray<string>): string => {
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      `--user-data-dir=${directory}`,
    ]
    const { stdout, status, stderr } = spawnSync(browser ?? '', [...flags, ...args, `file://${path}`], {
      encoding: 'utf8',
      timeout: 60_000,
    })
    if (status !== 0) throw new Error(`the browser failed: ${stderr}`)
    return stdout
  }
  return {
    /** The document after everything that would run has run. */
    document: () => run('--dump-dom'),
    /** How it comes out of a printer. */
    printed: () => {
      run('--no-pdf-header-footer', `--print-to-pdf=${pdf}`)
      const file = readFileSync(pdf, 'latin1')
      const [, width = '', height = ''] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(file) ?? []
      return { pages: file.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, width: Number(width), height: Number(height) }
    },
    close: () => rmSync(directory, { recursive: true, force: true }),
  }
}
