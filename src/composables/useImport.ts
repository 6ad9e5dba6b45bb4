import { inject, type InjectionKey, provide } from 'vue'

export interface ImportActions {
  /** Opens the file dialog; what is chosen replaces the import with this id, if given. */
  openFiles(replacing?: number): void
  importFiles(files: readonly File[], replacing?: number | null): void
}

const KEY: InjectionKey<ImportActions> = Symbol('import')

/** The shell owns the one file input and the drop zone; pages ask it to open them. */
export function provideImport(actions: ImportActions): void {
  provide(KEY, actions)
}

export function useImport(): ImportActions {
  const actions = inject(KEY)
  if (!actions) throw new Error('useImport outside the shell')
  return actions
}
