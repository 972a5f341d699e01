import { regionAt } from '@consult/shared';
import Taro from '@tarojs/taro';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Page } from '@/components/Page';
import { FailedPhotosSheet } from '@/components/PhotoField/FailedPhotosSheet';
import { NO_PHOTOS_ON_THEIR_WAY } from '@/components/PhotoField/on-their-way';
import { RestoredNotice } from '@/components/RestoredNotice';
import { getRegionSettings } from '@/features/regions/region.api';
import { useAsync } from '@/hooks/useAsync';
import type { ApiError } from '@/services/api-error';
import type { Draft } from '@/services/drafts';
import { SimilarTopics } from '../SimilarTopics';
import { TopicForm } from '../TopicForm';
import type { TopicFormValue } from '../TopicForm/topic-form';
import { useFieldErrors } from './useFieldErrors';

interface Props<T extends TopicFormValue> {
  title: string;
  draft: Draft<T>;
  /** The townships whose communities are offered. */
  townships: readonly string[];
  /** Whether similar topics can be co-signed instead. */
  cosigning: boolean;
  /** Above the form. */
  before?: ReactNode;
  submitLabel: string;
  /** Where the phone number belongs that somebody writes into a public text, see personalNumberHint. */
  phoneInstead?: string;
  /** Of the last attempt; its fields are shown at the fields. */
  error: ApiError | null;
  /** Sends what stands in the draft. */
  onSubmit(): Promise<unknown>;
}

/** The page on which a topic is written: raised, mended, or recorded for somebody (代录). */
export function TopicEditor<T extends TopicFormValue>(props: Props<T>) {
  const { title, draft, townships, cosigning, before, submitLabel, phoneInstead, error, onSubmit } = props;
  const { value, update } = draft;
  const [photos, setPhotos] = useState(NO_PHOTOS_ON_THEIR_WAY);
  const [deciding, setDeciding] = useState(false);
  const { uploading } = photos;
  const { errors, mend } = useFieldErrors(error);
  const township = regionAt(value.community ?? '', 'township') ?? townships[0] ?? null;
  const settings = useAsync(async () => (township === null ? null : getRegionSettings(township)), [township]);

  useEffect(() => {
    if (!error) return;
    // What is wrong may be out of sight: the field, or what is said at the end of the form.
    const selector = error.code === 'REQUEST.INVALID' ? '.field--wrong' : '.error-notice';
    void Taro.pageScrollTo({ selector, offsetTop: -80 });
  }, [error]);

  const submit = () => (photos.failed > 0 ? setDeciding(true) : onSubmit());

  return (
    <Page
      title={title}
      footer={<Button block text={uploading ? '照片上传中' : submitLabel} disabled={uploading} onPress={submit} />}
    >
      <RestoredNotice draft={draft} />
      {before}
      <TopicForm
        value={value}
        draftKey={draft.key}
        townships={townships}
        anonymousOffered={settings.data?.features.anonymousDisplay ?? false}
        errors={errors}
        phoneInstead={phoneInstead ?? '召集人需要时能查到您登记的电话'}
        afterTitle={<SimilarTopics township={township} written={value} cosigning={cosigning} />}
        onPhotos={setPhotos}
        onChange={(change) => {
          mend(Object.keys(change));
          update(change as Partial<T>);
        }}
      />
      <ErrorNotice brief error={error} />
      {deciding && <FailedPhotosSheet photos={photos} onClose={() => setDeciding(false)} onSendWithout={onSubmit} />}
    </Page>
  );
}
