#!/usr/bin/env node
import { runCli } from './cli.js'
import { terminalOf } from './terminal.js'

// Whoever reads may stop reading (`| head`); then there is nothing left to say.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: Error) => {
    if (!('code' in error) || error.code !== 'EPIPE') process.exitCode = 2
    process.exit()
  })

process.exitCode = await runCli(process.argv.slice(2), terminalOf(process.stdout, process.stderr, process.env))
