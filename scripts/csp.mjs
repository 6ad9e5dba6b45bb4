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

/** What the service worker may do: fetch the app's own files, to keep them. A policy of its own, sent with sw.js alone. */
export const WORKER_CSP = ["default-src 'none'", "script-src 'self'", "connect-src 'self'"].join('; ')

/**
 * What the single file may do: run the scripts that were built into it, named by their hashes, and workers made of text that it
 * holds.
 *
 * @param {readonly string[]} hashes as sources: 'sha256-…' with its quotes
 */
export const singleCsp = (hashes) =>
  [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
