import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { downloadFile, fileName } from '../components/handOut'
import type { ProjectEntry } from '../model/project'
import { useProjectStore } from '../stores/projectStore'

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
      if (bytes)
        downloadFile(
          fileName(projects.project?.name || t('storage.present.fileName'), 'caiyong'),
          'application/octet-stream',
          bytes as Uint8Array<ArrayBuffer>,
        )
    },
  }
}
