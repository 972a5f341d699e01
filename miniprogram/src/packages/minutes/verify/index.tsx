import { readMinutesCode } from '@consult/shared';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { TextField } from '@/components/TextField';
import { verifyMinutes } from '@/features/minutes/minutes.api';
import { MINUTES_PAGES } from '@/features/minutes/minutes.pages';
import { useAsync } from '@/hooks/useAsync';
import { useShare } from '@/hooks/useShare';
import { useSession } from '@/services/session';
import { Verified } from './Verified';
import './index.scss';

/** Whether minutes on paper are genuine: by the code in their QR code (`?code=`), or typed off the paper. */
export default function MinutesVerifyPage() {
  const { code: scanned = '' } = useRouter().params;
  const { me } = useSession();
  const [typed, setTyped] = useState(scanned);
  const [code, setCode] = useState(readMinutesCode(scanned));
  const [tried, setTried] = useState(false);
  const { data, error, loading, reload } = useAsync(
    async () => (code === null ? null : verifyMinutes(code)),
    [code, me?.id],
  );
  useShare({ title: '会议纪要验真', path: MINUTES_PAGES.verify, query: { code } });

  const check = () => {
    setTried(true);
    setCode(readMinutesCode(typed));
  };
  return (
    <Page title="会议纪要验真">
      {data && <Verified minutes={data} now={Date.now()} />}
      {code !== null && !data && loading && <Skeleton rows={3} />}
      {code !== null && !data && error?.code === 'ITEM.NOT_FOUND' && (
        <StateBlock
          kind="empty"
          title="没有这份会议纪要"
          hint="请对照纸上的 16 位验真码再输一次。还是没有，这份纸可能不是从这里打印的，请问乡镇召集人。"
        />
      )}
      {code !== null && !data && error && error.code !== 'ITEM.NOT_FOUND' && (
        <ErrorBlock error={error} onRetry={reload} />
      )}
      <Card>
        {code === null && <Text className="minutes-verify__lead">输入纸上印的验真码，就知道这份纪要是不是真的。</Text>}
        <TextField
          label="验真码"
          required
          hint="16 位数字和字母，空格可以不输"
          value={typed}
          error={tried && readMinutesCode(typed) === null ? '验真码是 16 位数字和字母 a 到 f' : null}
          onChange={setTyped}
        />
        <Button block reads kind={data ? 'secondary' : 'primary'} text={data ? '再验一份' : '验真'} onPress={check} />
      </Card>
    </Page>
  );
}
