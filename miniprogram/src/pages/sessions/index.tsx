import { Page } from '@/components/Page';
import { StateBlock } from '@/components/StateBlock';

export default function SessionsPage() {
  return (
    <Page tab title="协商">
      <StateBlock kind="empty" />
    </Page>
  );
}
