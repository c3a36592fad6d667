import type { AnyRule } from '../../rule';
import { claimTemplateMetadata, claimTemplateName, ephemeralVolumeName } from './claim-templates';
import { containerImage, imageWhiteSpace } from './container-image';
import { containerName, containers, duplicateContainerName, ephemeralContainers } from './container-names';
import { initContainerProbes, restartPolicyRules } from './container-restart';
import { dnsLimits, dnsPolicyNone, dnsSearch, hostAliasName, ipAddress } from './dns';
import { configKey, envFromSource, envName, envPrefix, envSource, fileKey, fileKeyVolume } from './env';
import { fieldPath, resourceField, resourceFieldDivisor } from './field-ref';
import { gatedNode, gateName } from './gates';
import { hostname, hostnameOverride } from './hostname';
import { affinityWeight, nodeSelector, nodeSelectorTerm } from './node-affinity';
import { affinityNamespace, matchLabelKeys, topologyKey } from './pod-affinity';
import { podAnnotation } from './pod-annotations';
import { profileAnnotation } from './profile-annotations';
import { activeDeadline, nodeSelectorLabels, podOverhead } from './pod-fields';
import { podResources } from './pod-resources';
import { hostUsers, sharedProcesses, sysctls } from './pod-security-context';
import { portNumber } from './port-number';
import { duplicatePortName, hostNetworkPort, hostPort, hostPortConflict, portName } from './ports';
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
import { emptyName, missingReferenceName, referenceName, serviceAccount } from './references';
import { refusedPods } from './refused-pods';
import { resizePolicy } from './resize-policy';
import { containerResourceClaims, podResourceClaim } from './resource-claims';
import { hugePages, resourceAmount, resourceName, resourceRequest } from './resources';
import { appArmorProfile, privilegeEscalation, procMount, seccompProfile, userId } from './security-context';
import { toleration } from './tolerations';
import { topologySpread } from './topology-spread';
import {
  downwardFile,
  fileMode,
  projectedPathConflict,
  projectedSource,
  tokenExpiration,
  volumeFileKey,
  volumeFilePath,
} from './volume-files';
import {
  devicePath,
  mountConflict,
  mountedVolume,
  mountPath,
  mountPropagation,
  recursiveReadOnly,
  subPath,
} from './volume-mounts';
import { volumeValue } from './volume-values';
import { noVolumeSource, volumeName, volumeSource, volumeSourceField } from './volumes';
import { gmsaCredentialSpec, hostProcess, osFields, windowsUser } from './windows';

/** What holds in every pod, and in every pod template of whatever workload. */
export const POD_RULES: readonly AnyRule[] = [
  activeDeadline,
  affinityNamespace,
  affinityWeight,
  appArmorProfile,
  claimTemplateMetadata,
  claimTemplateName,
  configKey,
  containerImage,
  containerName,
  containerResourceClaims,
  containers,
  devicePath,
  dnsLimits,
  dnsPolicyNone,
  dnsSearch,
  downwardFile,
  duplicateContainerName,
  duplicatePortName,
  emptyName,
  envFromSource,
  envName,
  envPrefix,
  envSource,
  ephemeralContainers,
  ephemeralVolumeName,
  execCommand,
  fieldPath,
  fileKey,
  fileKeyVolume,
  fileMode,
  gatedNode,
  gateName,
  gmsaCredentialSpec,
  handler,
  handlerPort,
  headerName,
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
  matchLabelKeys,
  missingReferenceName,
  mountConflict,
  mountedVolume,
  mountPath,
  mountPropagation,
  nodeSelector,
  nodeSelectorLabels,
  nodeSelectorTerm,
  noVolumeSource,
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
  projectedPathConflict,
  projectedSource,
  readinessGracePeriod,
  recursiveReadOnly,
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
  subPath,
  successThreshold,
  sysctls,
  tokenExpiration,
  toleration,
  topologyKey,
  topologySpread,
  userId,
  volumeFileKey,
  volumeFilePath,
  volumeName,
  volumeSource,
  volumeSourceField,
  volumeValue,
  windowsUser,
];
