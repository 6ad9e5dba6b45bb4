/** Whether this build can be served by a service worker here: a hosted build at an address that the browser trusts. */
export const CAN_INSTALL =
  import.meta.env.PROD &&
  import.meta.env.MODE !== 'single' &&
  window.isSecureContext &&
  window.location.protocol !== 'file:' &&
  'serviceWorker' in navigator
