/**
 * What the hosted page may do: run and show its own files, nothing else. `connect-src 'none'` is the promise that no
 * ledger leaves the computer; it also stops `fetch` of our own files, so data ships inside modules.
 *
 * One text for the page's meta tag, the server's header and the tests.
 */
export const HOSTED_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'none'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ')
