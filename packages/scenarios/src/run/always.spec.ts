import type { EventStore, RecordedEvent } from '@refund-case/core'
import { memoryStore } from '@refund-case/store-memory'
import { describe, expect, it, vi } from 'vitest'
import { addingBehind, showing } from '../../test/odd-stores.js'
import { complaints, fixture } from '../../test/play.js'

// A busy machine plays slowly.
vi.setConfig({ testTimeout: 60_000 })

const text = fixture('small.yaml')
const on = (odd: (store: EventStore) => EventStore) =>
  complaints(text, { store: (clock) => odd(memoryStore({ clock })) })

const isReviewed = ({ envelope }: RecordedEvent): boolean => envelope.type === 'Reviewed'

describe('what nobody has to expect, and is checked all the same', () => {
  it('is fulfilled by a store that keeps its promises', async () => {
    expect(await on((store) => store)).toEqual([])
  })

  it('finds an event that the answer says nothing of', async () => {
    expect(await on(addingBehind)).toContain('small line 32 events that the answer leaves out:\n+ Withdrawn of C1')
  })

  it('finds an answer that says of the case what its events do not', async () => {
    expect((await on(addingBehind)).join('\n')).toContain(
      'what the service says of the case:\n- withdrawn, revision 2\n+ accepted, revision 1\n',
    )
  })

  it('finds an event that was answered and is not there', async () => {
    const found = await on((store) => showing(store, (event) => (isReviewed(event) ? [] : [event])))
    expect(found).toContain('small line 32 events that were answered and not written:\n+ Reviewed of C1')
  })

  it('finds a history that was edited', async () => {
    const found = await on((store) =>
      showing(store, (event) =>
        isReviewed(event)
          ? [{ ...event, envelope: { ...event.envelope, data: { ...event.envelope.data, fault: 'customer' } } }]
          : [event],
      ),
    )
    expect(found.join('\n')).toMatch(/\+ refundCase-\S+ does not verify: revision 1, hash/)
  })

  it('finds an event that cannot be read', async () => {
    const found = await on((store) =>
      showing(store, (event) =>
        isReviewed(event) ? [{ ...event, envelope: { ...event.envelope, data: { stage: 'intake' } } }] : [event],
      ),
    )
    expect(found.join('\n')).toContain('EVENT_UNDECODABLE')
  })
})
