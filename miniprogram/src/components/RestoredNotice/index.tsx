import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import type { Draft } from '@/services/drafts';
import './index.scss';

/** Says that what was left in the form is here again, and offers to start over. */
export function RestoredNotice<T>({ draft }: { draft: Draft<T> }) {
  const [gone, setGone] = useState(false);
  const { ask, sheet } = useConfirmSheet();
  if (!draft.restored || gone) return null;

  const startOver = async () => {
    const sure = await ask({
      title: '清空重写',
      text: '上次没写完的内容会从这台设备上删掉，找不回来。',
      confirmLabel: '清空',
      danger: true,
      onConfirm: async () => ({}),
    });
    if (!sure) return;
    draft.clear();
    setGone(true);
  };
  return (
    <View className="restored-notice">
      <Text className="restored-notice__words">已找回您上次没写完的内容</Text>
      <Button kind="text" text="清空" onPress={startOver} />
      {sheet}
    </View>
  );
}
