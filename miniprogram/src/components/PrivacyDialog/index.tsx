import { Text } from '@tarojs/components';
import { Button } from '@/components/Button';
import { NativeButton } from '@/components/NativeButton';
import { Sheet } from '@/components/Sheet';
import { Tappable } from '@/components/Tappable';
import { useIsShown } from '@/hooks/useIsShown';
import { AGREE_BUTTON_ID, answerPrivacy, openPrivacyContract, usePrivacyAsked } from '@/services/privacy';
import './index.scss';

/** Asks for consent to the privacy guidelines on the page that is seen, when WeChat needs it; in every page's frame. */
export function PrivacyDialog() {
  const asked = usePrivacyAsked();
  const shown = useIsShown();
  const refuse = () => answerPrivacy(false);
  return (
    <Sheet
      open={asked && shown}
      title="隐私保护提示"
      onClose={refuse}
      footer={
        <>
          <Button block kind="secondary" text="不同意" onPress={refuse} />
          <NativeButton
            id={AGREE_BUTTON_ID}
            text="同意"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => answerPrivacy(true)}
          />
        </>
      }
    >
      <Text className="privacy-dialog__text">
        接下来的功能会用到您的个人信息（如照片、地点、手机号）。请先看看怎么用、怎么保护。
      </Text>
      <Tappable className="privacy-dialog__contract" role="link" onTap={openPrivacyContract}>
        <Text>查看《用户隐私保护指引》</Text>
      </Tappable>
      <Text className="privacy-dialog__text">不同意也能继续浏览和填写，只是用不了这一项。</Text>
    </Sheet>
  );
}
