import { holds, type Permission, regionAt, rolesIn } from '@consult/shared';
import type { ReactNode } from 'react';
import { Page } from '@/components/Page';
import { StateBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { useSession } from '@/services/session';

interface Props {
  title: string;
  permission: Permission;
  children(county: string): ReactNode;
}

/** A page for those who may do something in a county of theirs; says so to everyone else. */
export function CountyPage({ title, permission, children }: Props) {
  const { me, grants } = useSession();
  const county = grants
    .map(({ region }) => regionAt(region, 'county'))
    .find((code) => code !== undefined && holds(permission, rolesIn(grants, code)));
  return (
    <Page title={title}>
      <SignedIn>{me && (county === undefined ? <StateBlock kind="forbidden" /> : children(county))}</SignedIn>
    </Page>
  );
}
