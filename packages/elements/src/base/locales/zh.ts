import type { Strings } from '../locale.ts';

export default {
  loading: '正在加载…',
  error: '暂时无法加载。',
  offline: '当前没有网络连接。',
  retry: '重试',
  stale: '上次更新：{age}',
} satisfies Strings;
