import fc from 'fast-check';
import { children as childrenOfUser } from '../../examples/10-user/children';
import { User } from '../../examples/10-user/user';
import { children as childrenOfPinger } from '../../examples/11-web-ping/children';
import { WebPinger } from '../../examples/11-web-ping/web-pinger';

const label = /^[a-z0-9]([-a-z0-9]{0,28}[a-z0-9])?$/;
const name = fc
  .array(fc.stringMatching(label), { minLength: 1, maxLength: 4 })
  .map((labels) => labels.join('.'))
  .filter((name) => name.length <= 60);

test('every User that the API server takes has children, all but the namespace in it', () => {
  const spec = fc.record({
    email: fc.constant('a@example.com'),
    group: fc.constantFrom('sre' as const, 'test' as const),
  });
  const users = fc.record({ metadata: fc.record({ name }), spec });
  fc.assert(
    fc.property(users, (props) => {
      const [namespace, ...others] = childrenOfUser(User.parse(User.manifest(props)));
      expect(namespace).toMatchObject({
        kind: 'Namespace',
        metadata: { name: `kiamol-ch20-authn-${props.spec.group}` },
      });
      expect(new Set(others.map(({ metadata }) => metadata.namespace))).toEqual(new Set([namespace?.metadata.name]));
    }),
  );
});

test('every WebPinger that the API server takes has children, in its namespace', () => {
  const spec = fc.record(
    {
      target: fc.stringMatching(/^(https?:\/\/)?[A-Za-z0-9][-A-Za-z0-9.]*(:[0-9]+)?(\/[!-~]*)?$/),
      method: fc.constantFrom('GET' as const, 'HEAD' as const),
      interval: fc.stringMatching(/^[1-9][0-9]{0,3}[sm]$/),
    },
    { requiredKeys: ['target'] },
  );
  const metadata = fc.record({ name, namespace: fc.stringMatching(label) });
  fc.assert(
    fc.property(fc.record({ metadata, spec }), (props) => {
      const made = childrenOfPinger(WebPinger.parse(WebPinger.manifest(props)));
      expect(made.map(({ kind }) => kind)).toEqual(['ServiceAccount', 'Deployment', 'NetworkPolicy']);
      expect(new Set(made.map(({ metadata }) => metadata.namespace))).toEqual(new Set([props.metadata.namespace]));
    }),
  );
});
