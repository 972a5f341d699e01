import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { CountyPage } from '@/features/admin/CountyPage';
import { findRegion } from '@/features/regions/region-tree';
import { useRegionTree } from '@/features/regions/useRegionTree';
import { SettingsChanges } from './SettingsChanges';
import { SettingsEditor } from './SettingsEditor';

/** What a county, or one of its townships, sets itself: name, filing number, thresholds, features, deadlines. */
export default function SettingsPage() {
  return (
    <CountyPage title="本地设置" permission="settings.write">
      {(county) => <RegionsOf county={county} />}
    </CountyPage>
  );
}

function RegionsOf({ county }: { county: string }) {
  const { data: tree } = useRegionTree();
  const [region, setRegion] = useState(county);
  const [version, setVersion] = useState(0);
  const here = findRegion(tree ?? [], county);
  const choices = here ? [here, ...here.children].map(({ code, name }) => ({ value: code, label: name })) : [];
  return (
    <>
      <ChoiceField
        label="设置哪里"
        hint="乡镇（街道）没有设置的，按县里的办"
        required
        look="sheet"
        choices={choices}
        value={[region]}
        onChange={([chosen]) => chosen && setRegion(chosen)}
      />
      <SettingsEditor key={region} region={region} county={county} onSaved={() => setVersion((before) => before + 1)} />
      <SettingsChanges key={`${region} ${version}`} region={region} />
    </>
  );
}
