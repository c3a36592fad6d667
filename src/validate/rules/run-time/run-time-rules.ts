import type { AnyRule } from '../../rule';
import { commandWithoutShell, envReference, imageName, imageTag, plainSecret } from './container';
import { preStopSleep, shortProgressDeadline, startingDeadline } from './deadlines';
import { unusedTlsHost } from './ingress-tls';
import { daemonSetName, dottedName } from './names';
import { hastyLiveness, probePort, probeTimeout, sameProbes } from './probes';
import { resourceUnit } from './resources';
import { roleResource, roleVerb } from './role';
import { rootUser } from './security';
import { affinitySelector, spreadSelector } from './selectors';

/** What the server takes, and what fails or hurts once it runs. */
export const RUN_TIME_RULES: readonly AnyRule[] = [
  affinitySelector,
  commandWithoutShell,
  daemonSetName,
  dottedName,
  envReference,
  hastyLiveness,
  imageName,
  imageTag,
  plainSecret,
  preStopSleep,
  probePort,
  probeTimeout,
  resourceUnit,
  roleResource,
  roleVerb,
  rootUser,
  sameProbes,
  shortProgressDeadline,
  spreadSelector,
  startingDeadline,
  unusedTlsHost,
];
