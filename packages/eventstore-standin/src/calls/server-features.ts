import type shared from '@eventstore/db-client/generated/shared_pb.js'
import features from '@eventstore/db-client/generated/serverfeatures_pb.js'
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js'
import { failureOf } from '../faults/error-answers.js'
import type { Asked } from '../faults/fault.js'
import { contextOf } from './context-of.js'
import type { Node, ServerVersion } from './node.js'
import { perform, type Exits } from './perform.js'

const { SupportedMethod, SupportedMethods } = features

const releases: Readonly<Record<ServerVersion, string>> = { '23.10': '23.10.8', '24.2': '24.2.0' }

const service = 'event_store.client.streams.streams'

const methods: Readonly<Record<string, ReadonlyArray<string>>> = {
  append: [],
  batchappend: ['deadline_duration'],
  delete: [],
  read: ['position', 'events'],
  tombstone: [],
}

/** What the node can do: a client asks before its first append. */
export const supportedMethods =
  (node: Node) =>
  (
    call: ServerUnaryCall<shared.Empty, features.SupportedMethods>,
    answer: sendUnaryData<features.SupportedMethods>,
  ): void => {
    const asked: Asked = { call: 'server-features', stream: '' }
    const exits: Exits<features.SupportedMethods> = {
      answer: (supported) => answer(null, supported),
      refuse: (name) => answer(failureOf(name, contextOf(node, ''))),
      end: () => exits.refuse('internal'),
    }
    perform(node, call, asked, () => supportedBy(node.version), exits, node.faults.meet(asked))
  }

const supportedBy = (version: ServerVersion): features.SupportedMethods =>
  new SupportedMethods().setEventStoreServerVersion(releases[version]).setMethodsList(
    Object.entries(methods).map(([method, list]) =>
      new SupportedMethod()
        .setServiceName(service)
        .setMethodName(method)
        .setFeaturesList([...list]),
    ),
  )
