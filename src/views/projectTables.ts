import type { Translate } from '../components/periodText'
import { stepText } from '../components/stepText'
import type { TableColumn } from '../components/tableColumn'
import type { JournalEntry } from '../model/journal'
import type { BackupEntry, ProjectEntry } from '../model/project'
import type { SnapshotSummary } from '../model/snapshot'
import { formatMoment } from '../time/moment'

/** The columns of the tables of kept things; a column without a word over it holds buttons. */
export function projectTables(say: Translate): {
  projects(nameOf: (project: ProjectEntry) => string, openId: string | undefined): TableColumn<ProjectEntry>[]
  backups(): TableColumn<BackupEntry>[]
  snapshots(): TableColumn<SnapshotSummary>[]
  journal(): TableColumn<JournalEntry>[]
} {
  const text = <Row>(id: string, label: string, value: (row: Row) => string | null): TableColumn<Row> => ({
    id,
    label: say(label),
    kind: 'text',
    value,
  })
  /** A text on one line. */
  const short = <Row>(id: string, label: string, value: (row: Row) => string): TableColumn<Row> => ({
    ...text(id, label, value),
    nowrap: true,
  })
  const count = <Row>(id: string, label: string, value: (row: Row) => number | null): TableColumn<Row> => ({
    id,
    label: say(label),
    kind: 'count',
    value,
  })
  const button = <Row>(
    id: string,
    word: (row: Row) => string,
    action: (row: Row) => string,
    activates: (row: Row) => boolean = () => true,
  ): TableColumn<Row> => ({
    id,
    label: '',
    kind: 'text',
    sortable: false,
    nowrap: true,
    value: word,
    activates,
    action,
  })
  const remove = <Row>(action: (row: Row) => string): TableColumn<Row> =>
    button('remove', () => say('storage.list.remove'), action)
  const size = <Row extends { readonly items: number; readonly imports: number }>(): TableColumn<Row>[] => [
    count('items', 'storage.list.items', ({ items }) => items),
    count('imports', 'storage.list.imports', ({ imports }) => imports),
  ]
  const changed = (before: number | null, after: number | null): string => {
    const word = (value: number | null): string => (value === null ? '—' : String(value))
    return before === after
      ? say('storage.journal.same', { n: word(after) })
      : say('storage.journal.change', { before: word(before), after: word(after) })
  }

  return {
    projects(nameOf, openId) {
      const isClosed = ({ id }: ProjectEntry): boolean => id !== openId
      return [
        text(
          'name',
          'storage.list.name',
          (row) => nameOf(row) + (row.damaged ? ` · ${say('storage.list.damaged')}` : ''),
        ),
        ...size<ProjectEntry>(),
        short('saved', 'storage.list.saved', ({ savedAt }) => formatMoment(savedAt)),
        button(
          'open',
          (row) => say(isClosed(row) ? 'storage.list.open' : 'storage.list.current'),
          (row) => say('storage.list.openOf', { name: nameOf(row) }),
          isClosed,
        ),
        button(
          'raw',
          (row) => (row.damaged ? say('storage.list.raw') : ''),
          () => say('storage.list.raw'),
          isClosed,
        ),
        remove((row) => say('storage.list.removeOf', { name: nameOf(row) })),
      ]
    },
    backups: () => [
      short('at', 'storage.list.saved', ({ at }) => formatMoment(at)),
      ...size<BackupEntry>(),
      button(
        'open',
        () => say('storage.backups.open'),
        ({ at }) => say('storage.backups.openOf', { at: formatMoment(at) }),
      ),
    ],
    snapshots: () => [
      text('name', 'storage.snapshots.name', ({ name }) => name),
      short('at', 'storage.snapshots.at', ({ at }) => formatMoment(at)),
      short('hash', 'storage.snapshots.hash', ({ hash }) => hash),
      remove(({ name }) => say('storage.snapshots.removeOf', { name })),
    ],
    journal: () => [
      short('at', 'storage.journal.at', ({ at }) => formatMoment(at)),
      text('what', 'storage.journal.what', ({ way, action }) =>
        say(`storage.journal.way.${way}`, { what: stepText(action, say) }),
      ),
      short('submitted', 'storage.journal.submitted', ({ before, after }) =>
        changed(before.submitted, after.submitted),
      ),
      short('adopted', 'storage.journal.adopted', ({ before, after }) => changed(before.adopted, after.adopted)),
      text('cells', 'storage.journal.cells', ({ edits, cells }) =>
        [
          ...edits.map(({ file, row, column, before, after }) =>
            say('storage.journal.cell', { file, row, column, before, after }),
          ),
          ...(cells > edits.length ? [say('storage.journal.more', { count: cells })] : []),
        ].join('；'),
      ),
    ],
  }
}
