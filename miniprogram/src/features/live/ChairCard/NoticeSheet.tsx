import { LIVE_LIMITS } from '@consult/shared';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { TextField } from '@/components/TextField';
import { doLive } from '../live.api';
import type { Live } from '../useLive';

/** A line to everyone who watches. */
export function NoticeSheet({ live, onDone }: { live: Live; onDone(): void }) {
  const [text, setText] = useState('');
  const trimmed = text.trim();
  return (
    <FormSheet
      title="发通知"
      text="会场里和线上的人马上看到。"
      confirmLabel="发出"
      body={{ text: trimmed }}
      problems={trimmed === '' ? { text: '请填写通知内容' } : {}}
      send={(body, key) => doLive(live.sessionId, 'notice', body, key)}
      onDone={() => {
        live.lookAgain();
        onDone();
      }}
    >
      {(errors) => (
        <TextField
          label="通知内容"
          required
          placeholder="休息十分钟，10:40 继续"
          max={LIVE_LIMITS.noticeMax}
          value={text}
          error={errors.text}
          onChange={setText}
        />
      )}
    </FormSheet>
  );
}
