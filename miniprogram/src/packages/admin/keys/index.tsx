import { CountyPage } from '@/features/admin/CountyPage';
import { KeyList } from './KeyList';

/** 开放数据密钥 of a county, for its administrators. */
export default function KeysPage() {
  return (
    <CountyPage title="开放数据密钥" permission="open_key.manage">
      {(county) => <KeyList county={county} />}
    </CountyPage>
  );
}
