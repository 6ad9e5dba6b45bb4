import { defineAsyncComponent } from 'vue'

/** The chart with its library in a chunk of its own: the first page is shown before it has arrived. */
export const LazyChart = defineAsyncComponent(() => import('./BaseChart.vue'))
