import type { SheetFacts } from '../../model/facts'

/** The facts of a sheet that says nothing: what a cleaner does not fill stays as it is here. */
export function noFacts(): SheetFacts {
  const none = new Uint32Array(0)
  const noDays = new Int32Array(0)
  const noHash = { a: none, b: none }
  const noOutlets = { length: 0, item: none, outlet: none, from: noDays, to: noDays }
  return {
    units: [],
    groups: [],
    outlets: [],
    items: {
      length: 0,
      row: none,
      unit: none,
      from: noDays,
      to: noDays,
      state: new Uint8Array(0),
      title: noHash,
      number: noHash,
      whole: noHash,
      labels: [],
    },
    adoptions: noOutlets,
    targets: noOutlets,
    counts: [],
    tasks: [],
    running: [],
    bandStarts: [0],
    knows: { submitted: true, adopted: true, pending: false },
  }
}
