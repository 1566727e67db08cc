import type { DomainWords, FileRefusals } from './shape.ts';

export const fileKindsZh: DomainWords['fileKinds'] = {
  attachment: '会议附件',
  'answer-material': '负责单位答复材料',
  photo: '现场照片',
  'notice-proof': '会议通知张贴凭证',
  'duty-proof': '会后事项办理凭证',
  'signed-paper': '签名盖章的协议书扫描件',
};

export const mediaTypesZh: DomainWords['mediaTypes'] = {
  'application/pdf': 'PDF',
  'image/jpeg': '图片',
  'image/png': '图片',
  'image/webp': '图片',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word 文档',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel 表格',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPT 演示文稿',
  'application/vnd.oasis.opendocument.text': 'ODT 文档',
};

/** 附件和照片的提示。 */
export const fileRefusalsZh: FileRefusals = {
  'no-such-file': () => ({ says: '没有这个文件，或者它已经移除。', do: '请刷新页面，查看现有的文件。' }),
  'file-type': () => ({
    says: '这个文件不能上传：内容不是可以接收的类型，或者文件已经损坏。',
    do: '请上传 PDF、图片（JPG、PNG、WebP）或不带宏的 Word、Excel、PPT、ODT 文件；其他格式请先另存为 PDF。',
  }),
  'file-empty': () => ({ says: '这个文件是空的，没有上传。', do: '请打开文件看看有没有内容，再重新选择。' }),
  'file-too-large': (p) => ({
    says: `这个文件超过 ${p.megabytes ?? 20} MB，没有上传。`,
    do: '请压缩图片、降低扫描清晰度，或分成几个文件再上传。',
  }),
  'files-full': () => ({
    says: '这次会议的文件总量已到上限（共 200 MB、200 个），没有上传。',
    do: '请先移除不需要的文件；材料很多的，请在附件中写明到哪里查阅。',
  }),
  'upload-cut': () => ({ says: '文件没有传完，中途断开了。', do: '请检查网络，再上传一次。' }),
};
