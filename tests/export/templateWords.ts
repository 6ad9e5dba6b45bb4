import type { TemplateWords } from '../../src/export/blankTemplate'

/** The Chinese words of the templates. */
export const TEMPLATE_WORDS: TemplateWords = {
  titles: {
    items: '信息报送与采用台账',
    counts: '信息报送与采用统计表',
    targets: '2024年信息报送任务表',
    roster: '应报单位名册',
  },
  headers: {
    sequence: '序号',
    unit: '单位',
    title: '标题',
    submittedOn: '报送日期',
    author: '作者',
    adopted: '是否采用',
    outlet: '采用载体',
    adoptedOn: '采用日期',
    remark: '备注',
    month: '月份',
    submitted: '报送数',
    adoptions: '采用数',
    monthTarget: '月任务',
    yearTarget: '全年任务',
    group: '分组',
    alias: '别名',
  },
  yes: '是',
  no: '否',
  notesTitle: '填表说明',
  notes: {
    items: [
      '一行填一条信息；表头不要改动，行数不够时直接往下填写。',
      '日期写全年月日，例如 2024-03-05；尚未采用的，采用日期留空。',
      '一条信息被几家采用时，在同一格里用顿号隔开，例如“市日报、省日报”；尚无结果的，是否采用留空。',
      '单位名称前后保持一致，不要一会儿写全称、一会儿写简称。',
      '不要插入合计行，不要合并单元格。',
    ],
    counts: [
      '一行填一个单位的一个月；表头不要改动，行数不够时直接往下填写。',
      '月份写明年份，例如“2024年3月”。',
      '没有报送的填 0；不掌握的留空。空白不等于 0。',
      '采用数按件数填写：一条信息被几家采用，只算一件。',
    ],
    targets: [
      '一行填一个单位；只定全年任务的，月任务留空。',
      '任务属于哪一年，由表上方的标题写明。',
      '任务是一个范围时写成“1-2”。',
    ],
    roster: [
      '一行填一个应当报送的单位。',
      '分组用于排名，例如“乡镇”“县直部门”；不分组的留空。',
      '别名写这个单位在台账里的其他写法，用顿号隔开，例如“发改委、发展和改革局”。',
    ],
  },
}
