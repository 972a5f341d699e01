import { View } from '@tarojs/components';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { Tabs } from '@/components/Tabs';
import { SignedIn } from '@/features/identity/SignedIn';
import { MyTopics } from './MyTopics';

type Kind = 'raiser' | 'cosigner';

const KINDS: readonly { value: Kind; label: string }[] = [
  { value: 'raiser', label: '我提出的' },
  { value: 'cosigner', label: '我附议的' },
];

/** What I raised and what I co-signed. */
export default function MyTopicsPage() {
  const [as, setAs] = useState<Kind>('raiser');
  return (
    <Page title="我的议题">
      <SignedIn>
        <View>
          <Tabs tabs={KINDS} value={as} onChange={(kind) => setAs(kind)} />
          <MyTopics key={as} as={as} />
        </View>
      </SignedIn>
    </Page>
  );
}
