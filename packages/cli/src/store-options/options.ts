/** The options by which every command is told where the streams and the keys are; `parseArgs` reads them. */
export const storeOptions = {
  store: { type: 'string' },
  prefix: { type: 'string' },
  vault: { type: 'string' },
  'vault-key-file': { type: 'string' },
} as const

/** What was said of them. */
export type SaidOfStore = { readonly [Name in keyof typeof storeOptions]?: string | undefined }

/** The environment variable that holds the wrapping key. */
export const VAULT_KEY = 'REFUND_CASE_VAULT_KEY'

/** What `--help` says of them. */
export const storeUsage = `  --store STORE           memory (default), or esdb://… for EventStoreDB
  --prefix PREFIX         the shop's own prefix of its streams there, where several share the server
  --vault DIR             where the keys of sealed data are kept; EventStoreDB asks for it
  --vault-key-file FILE   the vault's wrapping key, 32 bytes as base64 or hex; else it is read from
                          ${VAULT_KEY} (openssl rand -base64 32 makes one)
`
