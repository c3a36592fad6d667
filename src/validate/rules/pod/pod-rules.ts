import type { AnyRule } from '../../rule';
import { containerImage, imageWhiteSpace } from './container-image';
import { containerName, containers, duplicateContainerName, ephemeralContainers } from './container-names';
import { initContainerProbes, restartPolicyRules } from './container-restart';
import { dnsLimits, dnsPolicyNone, dnsSearch, hostAliasName, ipAddress } from './dns';
import { configKey, envFromSource, envName, envPrefix, envSource, fileKey, fileKeyVolume } from './env';
import { fieldPath, resourceField, resourceFieldDivisor } from './field-ref';
import { gatedNode, gateName } from './gates';
import { hostname, hostnameOverride } from './hostname';
import { podAnnotation } from './pod-annotations';
import { profileAnnotation } from './profile-annotations';
import { activeDeadline, nodeSelectorLabels, podOverhead } from './pod-fields';
import { podResources } from './pod-resources';
import { hostUsers, sharedProcesses, sysctls } from './pod-security-context';
import { portNumber } from './port-number';
import { duplicatePortName, hostAddress, hostNetworkPort, hostPort, hostPortConflict, portName } from './ports';
import {
  execCommand,
  handler,
  handlerPort,
  headerName,
  probeGracePeriod,
  probeNumbers,
  readinessGracePeriod,
  sleepSeconds,
  successThreshold,
} from './probes';
import { emptyName, emptyPullSecret, missingReferenceName, referenceName, serviceAccount } from './references';
import { refusedPods } from './refused-pods';
import { resizePolicy } from './resize-policy';
import { containerResourceClaims, podResourceClaim } from './resource-claims';
import { hugePages, resourceAmount, resourceName, resourceRequest } from './resources';
import { appArmorProfile, privilegeEscalation, procMount, seccompProfile, userId } from './security-context';
import { toleration } from './tolerations';
import { gmsaCredentialSpec, hostProcess, osFields, windowsUser } from './windows';

/** What holds in every pod, and in every pod template of whatever workload. */
export const POD_RULES: readonly AnyRule[] = [
  activeDeadline,
  appArmorProfile,
  configKey,
  containerImage,
  containerName,
  containerResourceClaims,
  containers,
  dnsLimits,
  dnsPolicyNone,
  dnsSearch,
  duplicateContainerName,
  duplicatePortName,
  emptyName,
  emptyPullSecret,
  envFromSource,
  envName,
  envPrefix,
  envSource,
  ephemeralContainers,
  execCommand,
  fieldPath,
  fileKey,
  fileKeyVolume,
  gatedNode,
  gateName,
  gmsaCredentialSpec,
  handler,
  handlerPort,
  headerName,
  hostAddress,
  hostAliasName,
  hostname,
  hostnameOverride,
  hostNetworkPort,
  hostPort,
  hostPortConflict,
  hostProcess,
  hostUsers,
  hugePages,
  imageWhiteSpace,
  initContainerProbes,
  ipAddress,
  missingReferenceName,
  nodeSelectorLabels,
  osFields,
  podAnnotation,
  podOverhead,
  podResourceClaim,
  podResources,
  portName,
  portNumber,
  privilegeEscalation,
  probeGracePeriod,
  probeNumbers,
  procMount,
  profileAnnotation,
  readinessGracePeriod,
  referenceName,
  refusedPods,
  resizePolicy,
  resourceAmount,
  resourceField,
  resourceFieldDivisor,
  resourceName,
  resourceRequest,
  restartPolicyRules,
  seccompProfile,
  serviceAccount,
  sharedProcesses,
  sleepSeconds,
  successThreshold,
  sysctls,
  toleration,
  userId,
  windowsUser,
];
