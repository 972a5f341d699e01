import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Sheet } from '@/components/Sheet';
import { exportMyData } from '@/features/account/account.api';
import { forwardFile, saveMyData } from '@/features/account/save-my-data';
import { useSubmission } from '@/hooks/useSubmission';
import './index.scss';
import { say } from '@/services/say';

/** A copy of everything that is known of me, as one file. */
export function MyDataEntry() {
  const [file, setFile] = useState<string | null>(null);
  const { submit, error, state } = useSubmission(async () => {
    const path = saveMyData(await exportMyData());
    if (path === null) say('已下载');
    setFile(path);
    return true;
  });
  const close = () => setFile(null);
  return (
    <Card>
      <Text className="account__title">导出我的资料</Text>
      <Text className="account__fact">平台里与您有关的全部记录，存成一个文件。请妥善保管，不要发给别人。</Text>
      <ErrorNotice error={error} />
      <Button kind="secondary" text="导出我的资料" loading={state === 'sending'} onPress={() => submit(null)} />
      <Sheet
        open={file !== null}
        title="资料已生成"
        onClose={close}
        footer={
          <>
            <Button block kind="secondary" text="关闭" onPress={close} />
            <Button block icon="share" text="发到聊天" onPress={() => file !== null && forwardFile(file)} />
          </>
        }
      >
        <Text>可以发给自己的“文件传输助手”，在电脑或手机上保存。</Text>
      </Sheet>
    </Card>
  );
}
