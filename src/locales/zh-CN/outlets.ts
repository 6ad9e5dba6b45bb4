export default {
  title: '载体',
  caption: { flow: '单位到载体的采用次数', lag: '从报送到采用的天数', levels: '各级别采用次数' },
  basis: { lag: '报送和采用都有日期的 {count} 件', recordedTo: '台账记到 {day}' },
  hint: '载体的级别、哪些是自办刊物，在这里定：',
}
