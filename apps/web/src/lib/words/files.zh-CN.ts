export const filesZh = {
  title: '附件和材料',
  kind: '这些文件是',
  weChat: '微信里打不开文件的，可点右上角“…”，选“在浏览器打开”；第一次用浏览器打开，须请记录人准许。',
  photos: (n: number) => (n === 0 ? '现场照片' : `现场照片（${n} 张）`),
  photoAt: (time: string) => `${time}拍摄的现场照片`,
};
