import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/Page';
import { SignedIn } from '@/features/identity/SignedIn';
import { CheckView } from '@/features/moderation/CheckView';

/** One check, on a phone. */
export default function CheckPage() {
  const { id = '' } = useRouter().params;
  return (
    <Page title="内容审核">
      <SignedIn hint="登录后看要审核的内容">
        <CheckView id={id} />
      </SignedIn>
    </Page>
  );
}
