import { Page } from '@/components/Page';
import { StateBlock } from '@/components/StateBlock';

export default function TopicsPage() {
  return (
    <Page tab title="议题">
      <StateBlock kind="empty" />
    </Page>
  );
}
