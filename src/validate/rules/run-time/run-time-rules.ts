import type { AnyRule } from '../../rule';
import { envReference, imageName, imageTag, plainSecret } from './container';
import { preStopSleep, shortProgressDeadline, startingDeadline } from './deadlines';
import { hiddenRoot, unreadableFile } from './files';
import { unusedTlsHost } from './ingress-tls';
import { daemonSetName, dottedName } from './names';
import { externalNameTarget, headlessPort, hostNetworkDns, sharedPort } from './network';
import { nodeLabel } from './node-labels';
import { hastyLiveness, probePort, sameProbes } from './probes';
import { resourceUnit } from './resources';
import { roleOfCluster, roleResource, roleResourceNames, roleSubresource, roleVerb } from './role';
import { secretNewline } from './secrets';
import { capabilityName, rootUser, unsafeSysctl } from './security';
import { affinitySelector, spreadSelector } from './selectors';
import { commandWithoutShell, unexpandedVariable } from './shell';
import { memoryVolume, unknownContainer } from './volumes';

/** What the server takes, and what fails or hurts once it runs. */
export const RUN_TIME_RULES: readonly AnyRule[] = [
  affinitySelector,
  capabilityName,
  commandWithoutShell,
  daemonSetName,
  dottedName,
  envReference,
  externalNameTarget,
  hastyLiveness,
  headlessPort,
  hiddenRoot,
  hostNetworkDns,
  imageName,
  imageTag,
  memoryVolume,
  nodeLabel,
  plainSecret,
  preStopSleep,
  probePort,
  resourceUnit,
  roleOfCluster,
  roleResource,
  roleResourceNames,
  roleSubresource,
  roleVerb,
  rootUser,
  sameProbes,
  secretNewline,
  sharedPort,
  shortProgressDeadline,
  spreadSelector,
  startingDeadline,
  unexpandedVariable,
  unknownContainer,
  unreadableFile,
  unsafeSysctl,
  unusedTlsHost,
];
