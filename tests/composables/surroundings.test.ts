import { expect, test } from 'vitest'
import { kernelOf, placeOf } from '../../src/composables/surroundings'

test.each([
  ['file:///D:/caiyong.html', 'file'],
  ['https://oa.example.gov.cn/caiyong/', 'https'],
  ['http://localhost:4173/', 'local'],
  ['http://127.0.0.1:4173/', 'local'],
  ['http://127.8.0.9/', 'local'],
  ['http://[::1]/', 'local'],
  ['http://app.localhost/', 'local'],
  ['http://10.1.2.3/', 'http'],
  ['http://localhost.oa.gov.cn/', 'http'],
  ['http://oa/', 'http'],
] as const)('%s is opened as %s', (address, place) => {
  expect(placeOf(new URL(address))).toBe(place)
})

test.each([
  ['Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0.4240.198 Safari/537.36', 86],
  ['Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/109.0.5412.0 Safari/537.36', 109],
  ['Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) Chromium/109.0.1.2 Chrome/108.0.0.0', 109],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/109.0.0.0 Safari/537.36 Edg/109.0.1518.78', 109],
  ['Mozilla/5.0 (Windows NT 10.0; rv:115.0) Gecko/20100101 Firefox/115.0', null],
])('the kernel of «%s»', (userAgent, kernel) => {
  expect(kernelOf(userAgent)).toBe(kernel)
})
