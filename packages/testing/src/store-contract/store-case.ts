import type { EventStore } from '@refund-case/core'
import { newScene, type Scene } from './scene.js'

/** A store to be tested, and how to let go of it afterwards. */
export interface StoreUnderTest {
  readonly store: EventStore
  readonly close?: () => Promise<void>
}

/**
 * One promise of the port. `run` rejects where the store breaks it, saying how. It uses streams and categories that
 * nobody has used before, so that a store may hold anything already, and several may share one server.
 */
export interface StoreCase {
  readonly name: string
  readonly run: (store: EventStore) => Promise<void>
}

/** Promises that belong together. */
export interface StoreCaseGroup {
  readonly name: string
  readonly cases: ReadonlyArray<StoreCase>
}

export const storeCase = (name: string, run: (scene: Scene) => Promise<void>): StoreCase => ({
  name,
  run: (store) => run(newScene(store)),
})
