import { Text } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Page } from '@/components/Page';
import { openPage } from '@/services/navigation';

export default function MePage() {
  return (
    <Page tab title="我的">
      <Card label="外观设置" onTap={() => void openPage('/packages/me/settings/index')}>
        <Text>外观设置</Text>
      </Card>
    </Page>
  );
}
