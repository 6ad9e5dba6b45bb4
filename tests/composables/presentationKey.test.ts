import { describe, expect, it } from 'vitest'
import { presentationKey, SHOW_KEYS } from '../../src/composables/presentationKey'

const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
})

describe('keys of a show', () => {
  it('are those of slides everywhere, clickers included', () => {
    for (const name of ['ArrowRight', ' ', 'PageDown']) expect(presentationKey(key(name), true)).toBe('next')
    for (const name of ['ArrowLeft', 'PageUp']) expect(presentationKey(key(name), true)).toBe('back')
    expect(presentationKey(key('.'), true)).toBe('black')
    expect(presentationKey(key('B'), true)).toBe('black')
    expect(presentationKey(key('/'), true)).toBe('search')
    expect(presentationKey(key('Escape'), true)).toBe('escape')
  })

  it('rest during composition, with a modifier, and letters when they are switched off', () => {
    expect(presentationKey(key('b', { isComposing: true }), true)).toBe(null)
    expect(presentationKey(key('p', { ctrlKey: true }), true)).toBe(null)
    expect(presentationKey(key('b'), false)).toBe(null)
    expect(presentationKey(key('/'), false)).toBe(null)
    expect(presentationKey(key('PageDown'), false)).toBe('next')
    expect(presentationKey(key('constructor'), true)).toBe(null)
  })

  it('are all told in the list of keys', () => {
    const told = SHOW_KEYS.map(({ command }) => command)
    for (const name of ['f', 'b', 'g', 's', 'n', 'p', 'l', 'o', '/', 'a', 'h'])
      expect(told).toContain(presentationKey(key(name), true))
  })
})
