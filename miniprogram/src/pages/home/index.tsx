import { Page } from '@/components/Page';
import { StateBlock } from '@/components/StateBlock';

export default function HomePage() {
  return (
    <Page tab title="首页">
      <StateBlock kind="empty" />
    </Page>
  );
}
