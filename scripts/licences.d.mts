export function shippedLicences(): { name: string; version: string; licence: string }[]
