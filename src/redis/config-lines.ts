import { z } from 'zod';
import { rule } from '../custom-resource/rule';

/** What ManagedRedis decides itself: how pods are reached, where their data is, whom they follow, and when a primary may write. */
const OWN_SETTINGS = [
  ...['bind', 'port', 'protected-mode', 'tls-port', 'cluster-enabled', 'daemonize', 'include'],
  ...['dir', 'appendonly', 'appendfilename', 'appenddirname'],
  ...['replicaof', 'replica-read-only', 'replica-serve-stale-data', 'min-replicas-to-write', 'min-replicas-max-lag'],
  // What Redis called these before.
  ...['slaveof', 'slave-read-only', 'slave-serve-stale-data', 'min-slaves-to-write', 'min-slaves-max-lag'],
  // A controller that has no password, or does not find a command, can make no primary.
  ...['requirepass', 'masterauth', 'masteruser', 'user', 'aclfile', 'rename-command'],
];

const own = `^(${OWN_SETTINGS.join('|')}) `;
const isOwn = new RegExp(own);

/** Lines of redis.conf, each a setting and its values; none may take back what a ManagedRedis rests on. */
export function configLines(): z.ZodArray<z.ZodString> {
  const line = z
    .string()
    .max(512)
    // One line, so that no second setting hides in it. Small letters, because Redis takes DIR for dir.
    .regex(
      /^[a-z][a-z0-9.-]* [ -~]+$/,
      'must be a setting in small letters, a blank and its value, all in ASCII: "maxclients 500"',
    );
  const allowed = rule(line, {
    rule: `!self.matches('${own}')`,
    check: (text) => !isOwn.test(text),
    message: 'is for ManagedRedis to decide: leave it out',
  });
  return z.array(allowed).max(64);
}
