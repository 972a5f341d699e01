import { ROLE_LABELS } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { fullRegionName } from '@/features/regions/region-tree';
import { useRegionTree } from '@/features/regions/useRegionTree';
import { useSession } from '@/services/session';
import './index.scss';

/** Who is signed in, as what and where; a visitor is shown the way in. */
export function ProfileCard() {
  const { me, grants } = useSession();
  const { data: tree } = useRegionTree();
  if (!me) {
    return (
      <Card>
        <View className="profile-card">
          <Avatar photo={null} />
          <View className="profile-card__words">
            <Text className="profile-card__name">还没有登录</Text>
            <Text className="profile-card__role">不登录也能看公开内容</Text>
          </View>
          <Button text="登录" onPress={requireSignIn} />
        </View>
      </Card>
    );
  }
  return (
    <Card>
      <View className="profile-card">
        <Avatar photo={me.avatar} />
        <View className="profile-card__words">
          <Text className="profile-card__name">{me.name}</Text>
          {grants.map(({ role, region }) => (
            <Text key={`${role} ${region}`} className="profile-card__role">
              {fullRegionName(tree ?? [], region)} {ROLE_LABELS[role]}
            </Text>
          ))}
          {me.departmentNames.map((name) => (
            <Text key={name} className="profile-card__role">
              {name}
            </Text>
          ))}
        </View>
      </View>
    </Card>
  );
}
