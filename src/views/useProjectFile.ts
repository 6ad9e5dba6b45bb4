import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { downloadFile, fileName } from '../components/handOut'
import type { ProjectEntry } from '../model/project'
import { formatDay, today } from '../time/day'
import { useProjectStore } from '../stores/projectStore'

/** Characters of a name that leave room for the day in the name of a file. */
const LONGEST = 48

/** The open project by name, and as a file. */
export function useProjectFile(): {
  readonly name: ComputedRef<string>
  nameOf(project: ProjectEntry): string
  save(): Promise<void>
} {
  const { t } = useI18n()
  const projects = useProjectStore()
  const nameOf = (project: ProjectEntry): string => project.name || t('storage.unnamed')
  const name = computed(() => (projects.project ? nameOf(projects.project) : t('storage.unnamed')))
  return {
    name,
    nameOf,
    async save() {
      const bytes = await projects.toFile()
      const title = projects.project?.name || t('storage.present.fileName')
      // Copies of several days lie side by side, and say which is which.
      if (bytes)
        downloadFile(
          fileName(`${title.slice(0, LONGEST)} ${formatDay(today())}`, 'caiyong'),
          'application/octet-stream',
          bytes as Uint8Array<ArrayBuffer>,
        )
    },
  }
}
