import { children } from '../../examples/10-user/children';
import { User } from '../../examples/10-user/user';
import type { GoldenCases } from './golden-cases';

export const user: GoldenCases = {
  'account-that-looks': () => children(parsed('tester3', 'test')),
  'account-that-operates': () => children(parsed('sre3', 'sre')),
};

function parsed(name: string, group: string): ReturnType<typeof User.parse> {
  const spec = { email: `${name}@kiamol.net`, group };
  return User.parse({ apiVersion: 'ch20.kiamol.net/v1', kind: 'User', metadata: { name }, spec });
}
