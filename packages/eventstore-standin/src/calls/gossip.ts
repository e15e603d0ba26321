import gossipPb from '@eventstore/db-client/generated/gossip_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js'
import type { Member } from '../cluster/member.js'
import { failureOf } from '../faults/error-answers.js'
import type { Asked } from '../faults/fault.js'
import { contextOf } from './context-of.js'
import type { Node } from './node.js'
import { perform, type Exits } from './perform.js'

const { ClusterInfo, EndPoint, MemberInfo } = gossipPb

const states = {
  leader: MemberInfo.VNodeState.LEADER,
  follower: MemberInfo.VNodeState.FOLLOWER,
  unknown: MemberInfo.VNodeState.UNKNOWN,
}

/** Who is in the cluster, and who leads it: a client asks before it connects. */
export const gossip =
  (node: Node) =>
  (call: ServerUnaryCall<shared.Empty, gossipPb.ClusterInfo>, answer: sendUnaryData<gossipPb.ClusterInfo>): void => {
    const asked: Asked = { call: 'gossip', stream: '' }
    const exits: Exits<gossipPb.ClusterInfo> = {
      answer: (info) => answer(null, info),
      refuse: (name) => answer(failureOf(name, contextOf(node, ''))),
      end: () => exits.refuse('internal'),
    }
    perform(node, call, asked, () => infoOf(node), exits, node.faults.meet(asked))
  }

const infoOf = (node: Node): gossipPb.ClusterInfo =>
  new ClusterInfo().setMembersList(node.members.map((member) => memberInfo(member, node.clock())))

const memberInfo = ({ id, endpoint, state, isAlive }: Member, now: number): gossipPb.MemberInfo =>
  new MemberInfo()
    .setInstanceId(new shared.UUID().setString(id))
    .setTimeStamp(`${Math.floor(now)}0000`)
    .setState(states[state])
    .setIsAlive(isAlive)
    .setHttpEndPoint(new EndPoint().setAddress(endpoint.host).setPort(endpoint.port))
