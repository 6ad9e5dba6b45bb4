export default {
  title: 'Outlets',
  caption: {
    flow: 'Placements from units to outlets',
    lag: 'Days from submission to adoption',
    levels: 'Placements by level',
  },
  basis: { lag: '{count} items with both days', recordedTo: 'ledger recorded to {day}' },
  hint: 'Levels of outlets and own publications are set here:',
}
