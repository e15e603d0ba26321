/** What a failure is called: its code; where there is none, its kind. */
export const failureCode = (failure: { readonly kind: string; readonly code?: string }): string =>
  failure.code ?? failure.kind
