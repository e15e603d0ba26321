// The one place that names the version of pnpm. It comes through npx, so Node and npm are all a machine needs.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
export const pnpmVersion = 'pnpm@10.34.9'

export const run = (command, args, cwd = root) => {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
  if (error !== undefined) throw error
  if (status !== 0) process.exit(status ?? 1)
}

export const pnpm = (...args) => run('npx', ['-y', pnpmVersion, ...args])
