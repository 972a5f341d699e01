import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Page } from '@/components/Page';
import { RestoredNotice } from '@/components/RestoredNotice';
import type { Editor } from '@/hooks/useEditor';
import './index.scss';

interface Props<Form extends object> {
  title: string;
  editor: Editor<Form>;
  /** Beside the button that saves. */
  beside?: ReactNode;
  children: ReactNode;
}

/** The frame of a form of a page of its own: what was left in it, what keeps it from being saved, and the button. */
export function EditorPage<Form extends object>({ title, editor, beside, children }: Props<Form>) {
  const { draft, missing, sending, error, send } = editor;

  return (
    <Page
      title={title}
      footer={
        <>
          {beside}
          <Button block text="保存" loading={sending} onPress={send} />
        </>
      }
    >
      <RestoredNotice draft={draft} />
      {children}
      {missing > 0 && <Text className="editor-page__problem">还有 {missing} 处没有填好，请看上面的红字。</Text>}
      <ErrorNotice error={error} />
    </Page>
  );
}
