import type { AnyRule } from '../../rule';
import { envReference, imageName, imageTag, plainSecret } from './container';
import { preStopSleep, shortProgressDeadline, startingDeadline } from './deadlines';
import { daemonSetName, dottedName } from './names';
import { externalNameTarget, headlessPort, hostNetworkDns, sharedPort, sharedPortName } from './network';
import { hastyLiveness, probePort, sameProbes } from './probes';
import { resourceUnit } from './resources';
import { secretNewline } from './secrets';
import { capabilityName, rootUser, unsafeSysctl } from './security';
import { commandWithoutShell, unexpandedVariable } from './shell';
import { unknownContainer } from './unknown-container';

/** What the server takes, and what fails or hurts once it runs. */
export const RUN_TIME_RULES: readonly AnyRule[] = [
  capabilityName,
  commandWithoutShell,
  daemonSetName,
  dottedName,
  envReference,
  externalNameTarget,
  hastyLiveness,
  headlessPort,
  hostNetworkDns,
  imageName,
  imageTag,
  plainSecret,
  preStopSleep,
  probePort,
  resourceUnit,
  rootUser,
  sameProbes,
  secretNewline,
  sharedPort,
  sharedPortName,
  shortProgressDeadline,
  startingDeadline,
  unexpandedVariable,
  unknownContainer,
  unsafeSysctl,
];
