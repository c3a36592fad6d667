import { dnsLabelProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { Path } from '../../path';
import type { Report } from '../../rule';
import { descendingPathProblem } from '../pod/relative-path';
import type { VolumeChecks } from '../pod/volume-checks';

/** The sources that came before CSI, most of which no node of today mounts any more. The server still looks at them. */
export const LEGACY_VOLUME_CHECKS: VolumeChecks = {
  awsElasticBlockStore: checkPartition,
  gcePersistentDisk: checkPartition,
  cinder: checkSecretRef,

  azureDisk({ kind = 'Shared', diskURI }, at, report) {
    const prefix = kind === 'Managed' ? '/subscriptions/' : 'https://';
    if (diskURI === '' || diskURI.startsWith(prefix)) return;
    report(at.field('diskURI'), `"${diskURI}" is not the URI of a disk of kind ${kind}`, `begin it with "${prefix}"`);
  },

  fc({ targetWWNs = [], wwids = [], lun }, at, report) {
    if (targetWWNs.length === 0 && wwids.length === 0) report(at, 'names no disk', 'give its targetWWNs or wwids');
    else if (targetWWNs.length > 0 && wwids.length > 0)
      report(at.field('wwids'), 'is there beside targetWWNs', 'keep one');
    if (targetWWNs.length === 0) return;
    if (lun === undefined) report(at.field('lun'), 'is missing', 'give the number of the disk');
    else checkByte({ lun }, 'lun', at, report);
  },

  flexVolume({ options }, at, report) {
    for (const key of Object.keys(options ?? {})) {
      const [domain = ''] = key.split('/');
      if (!/(^|\.)(kubernetes|k8s)\.io$/i.test(domain)) continue;
      report(at.field('options').field(key), 'has a domain that Kubernetes keeps for itself', 'use your own');
    }
  },

  flocker({ datasetName = '', datasetUUID = '' }, at, report) {
    if (datasetName === '' && datasetUUID === '') report(at, 'names no dataset', 'give its datasetName or datasetUUID');
    else if (datasetName !== '' && datasetUUID !== '')
      report(at.field('datasetUUID'), 'is there beside datasetName', 'keep one');
    if (datasetName.includes('/')) report(at.field('datasetName'), `"${datasetName}" has a "/"`, 'take it away');
  },

  gitRepo(source, at, report) {
    checkField(report, at, source, 'directory', descendingPathProblem);
  },

  iscsi(source, at, report, { name }) {
    const { iqn, initiatorName, lun, targetPortal, chapAuthDiscovery, chapAuthSession, secretRef } = source;
    // The node knows the connection by both.
    if (initiatorName !== undefined && Buffer.byteLength(`${name}:${targetPortal}`) > MAX_ISCSI_NAME) {
      const message = `has, with ":" and the name of the volume, more than ${MAX_ISCSI_NAME} bytes`;
      report(at.field('targetPortal'), message, 'shorten one of them, or take the initiatorName away');
    }
    const qualified = { iqn: iqn === '' ? undefined : iqn, initiatorName };
    checkField(report, at, qualified, 'iqn', iscsiNameProblem);
    checkField(report, at, qualified, 'initiatorName', iscsiNameProblem);
    checkByte({ lun: (lun as number | undefined) ?? 0 }, 'lun', at, report); // The server reads a missing one as 0.
    if ((chapAuthDiscovery === true || chapAuthSession === true) && secretRef === undefined) {
      report(at.field('secretRef'), 'is missing, though CHAP is on', 'name the Secret that has its passwords');
    }
  },

  quobyte({ registry, tenant = '' }, at, report) {
    if (registry === '') return;
    if (Buffer.byteLength(tenant) > MAX_TENANT)
      report(at.field('tenant'), `has ${Buffer.byteLength(tenant)} bytes; ${MAX_TENANT} fit`);
    else if (!registry.split(',').every(isHostAndPort)) {
      report(at.field('registry'), `"${registry}" is not a list of hosts and ports`, 'write "host:7861,other:7861"');
    }
  },

  storageos(source, at, report) {
    const { volumeName = '', volumeNamespace = '' } = source;
    if (volumeName !== '') checkField(report, at, source, 'volumeName', dnsLabelProblem);
    if (volumeNamespace !== '') checkField(report, at, source, 'volumeNamespace', dnsLabelProblem);
    checkSecretRef(source, at, report);
  },
};

const MAX_TENANT = 64;
const MAX_ISCSI_NAME = 64;

function checkPartition({ partition = 0 }: { readonly partition?: number }, at: Path, report: Report): void {
  checkByte({ partition }, 'partition', at, report);
}

function checkByte<Field extends string>(
  owner: Readonly<Record<Field, number>>,
  field: Field,
  at: Path,
  report: Report,
): void {
  const number = owner[field];
  if (number < 0 || number > 255) report(at.field(field), `${number} is out of range`, 'give a number from 0 to 255');
}

function checkSecretRef(
  { secretRef }: { readonly secretRef?: { readonly name?: string } },
  at: Path,
  report: Report,
): void {
  if (secretRef === undefined || (secretRef.name ?? '') !== '') return;
  report(at.field('secretRef').field('name'), 'is missing', 'name the Secret');
}

// The first has no "^", as in Kubernetes: something may stand before it.
const IQN = /iqn\.\d{4}-\d{2}\.([\da-zA-Z.-]+)(:[^,;*&$|\t\n\f\r ]+)$/;
const EUI = /^eui.[\da-zA-Z]{16}$/;
const NAA = /^naa.[\da-zA-Z]{32}$/;

function iscsiNameProblem(name: string): string | undefined {
  const isName =
    (name.startsWith('iqn') && IQN.test(name)) ||
    (name.startsWith('eui') && EUI.test(name)) ||
    (name.startsWith('naa') && NAA.test(name));
  return isName ? undefined : 'is not a name of iSCSI: write one such as "iqn.2001-04.com.example:storage.disk1"';
}

/** What `net.SplitHostPort` of Go takes: the port may be empty, an IPv6 address is in brackets. */
function isHostAndPort(text: string): boolean {
  return /^([^:[\]]*|\[[^[\]]*\]):[^:[\]]*$/.test(text);
}
