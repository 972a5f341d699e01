import { type AttachmentView, contentMachine, type Me } from '@consult/shared';
import type { ButtonProps } from '@tarojs/components';
import { Text, View } from '@tarojs/components';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { NativeButton } from '@/components/NativeButton';
import { changeAvatar } from '@/features/account/account.api';
import { requireSettled } from '@/features/account/require-settled';
import { useSubmission } from '@/hooks/useSubmission';
import { updateMe } from '@/services/session';
import { choosePhotos, type LocalPhoto, uploadPhoto } from '@/services/upload';
import { uuid } from '@/utils/uuid';
import './index.scss';

type ChoseAvatar = Parameters<NonNullable<ButtonProps['onChooseAvatar']>>[0];

const IN_WECHAT = process.env.TARO_ENV === 'weapp';

/** 检查中，通过后别人才看得到 */
function sayAvatar({ content }: AttachmentView): string {
  if (content === undefined) return '别人看得到';
  const { label } = contentMachine.states[content];
  return content === 'refused' || content === 'taken_down' ? `${label}，请换一张` : `${label}，通过后别人才看得到`;
}

/** What I look like here: a picture of WeChat's or of my own, or none. */
export function MyAvatar({ me: { avatar } }: { me: Me }) {
  const { submit, error, state } = useSubmission(async (photo: LocalPhoto | null, key) => {
    // Whoever lives nowhere yet may store nothing.
    if (!(await requireSettled())) return;
    // A key of its own: where only the change fails, another copy is sent and the first is swept up.
    const uploaded = photo && (await uploadPhoto(photo, uuid(), () => undefined));
    updateMe(await changeAvatar(uploaded?.id ?? null, key));
  });
  const sending = state === 'sending';
  const text = avatar ? '换头像' : '选头像';
  // WeChat does not say how large it is; the server looks.
  const take = ({ detail }: ChoseAvatar) => submit({ path: detail.avatarUrl, size: 0, name: '' });
  const choose = async () => {
    const [photo] = await choosePhotos(1);
    if (photo) await submit(photo);
  };

  return (
    <View className="account__avatar">
      <View className="account__face">
        <Avatar photo={avatar} />
        <View className="account__words">
          <Text className="account__title">头像</Text>
          <Text className="account__fact">
            {sending ? '正在保存' : avatar ? sayAvatar(avatar) : '还没有选，可以不选'}
          </Text>
        </View>
      </View>
      <ErrorNotice error={error} />
      <View className="account__buttons">
        {IN_WECHAT ? (
          <NativeButton kind="secondary" text={text} openType="chooseAvatar" disabled={sending} onChooseAvatar={take} />
        ) : (
          <Button kind="secondary" icon="camera" text={text} loading={sending} onPress={choose} />
        )}
        {avatar && <Button kind="text" text="不用头像" onPress={() => submit(null)} />}
      </View>
    </View>
  );
}
