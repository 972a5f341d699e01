import type { ButtonProps } from '@tarojs/components';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { NativeButton } from '@/components/NativeButton';
import { Sheet } from '@/components/Sheet';
import { useIsShown } from '@/hooks/useIsShown';
import { useSubmission } from '@/hooks/useSubmission';
import { answerPhone, bindPhone, isPhoneBound, sayNoNumber, usePhoneAsked } from '@/services/phone-number';
import './index.scss';

type GotPhoneNumber = Parameters<NonNullable<ButtonProps['onGetPhoneNumber']>>[0];

const IN_WECHAT = process.env.TARO_ENV === 'weapp';

/** Asks for a phone number on the page that is seen, where something cannot be handed in without; in every page's frame. */
export function PhoneGate() {
  const asked = usePhoneAsked();
  const shown = useIsShown();
  const [problem, setProblem] = useState<string | null>(null);
  const binding = useSubmission(bindPhone);
  const looking = useSubmission(isPhoneBound);

  const answer = (bound: boolean) => {
    setProblem(null);
    binding.reset();
    looking.reset();
    answerPhone(bound);
  };
  const take = async ({ detail }: GotPhoneNumber) => {
    setProblem(null);
    if (!detail.code) setProblem(sayNoNumber(detail));
    else if (await binding.submit(detail.code)) answer(true);
  };
  const lookAgain = async () => {
    const bound = await looking.submit(null);
    if (bound) answer(true);
    else if (bound === false) setProblem('还没有绑定');
  };

  return (
    <Sheet
      open={asked && shown}
      title="绑定手机号"
      onClose={() => answer(false)}
      footer={
        <>
          <Button block kind="secondary" text="暂不绑定" onPress={() => answer(false)} />
          {IN_WECHAT ? (
            <NativeButton
              text="用微信手机号绑定"
              openType="getPhoneNumber"
              disabled={binding.state === 'sending'}
              onGetPhoneNumber={take}
            />
          ) : (
            <Button block text="已绑好，继续" onPress={lookAgain} />
          )}
        </>
      }
    >
      <Text className="phone-gate__text">
        按规定，提交内容要先实名。绑定一次就行，手机号加密保存、不公开，只用于办理时联系您。
      </Text>
      {!IN_WECHAT && (
        <Text className="phone-gate__text">
          网页上不能绑定。请用手机微信打开“有事好商量”小程序，提交时按提示绑定；或请当地管理员帮忙登记。
        </Text>
      )}
      <Text className="phone-gate__text">写好的内容还在，不绑定也能继续浏览。</Text>
      {problem !== null && (
        <Text className="phone-gate__problem" {...(IN_WECHAT ? { ariaRole: 'alert' } : { role: 'alert' })}>
          {problem}
        </Text>
      )}
      <ErrorNotice error={binding.error ?? looking.error} />
    </Sheet>
  );
}
