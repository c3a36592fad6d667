import type { PersistentVolumeClaim } from '../../../imports/kubernetes/types';
import { sameJson } from '../../values/same-json';
import { amountOf } from '../amount';
import { ROOT } from '../path';
import type { Report } from '../rule';
import { show } from '../show';
import type { AnyChangeRule, BothSides, ChangeRule } from './change-rule';
import { reportAnnotation, reportChanges } from './difference';
import { isLive } from './live-object';

const SPEC = ROOT.field('spec');
const SIZE = SPEC.field('resources').field('requests').field('storage');
const FIX = 'keep it, or make a claim under another name, and copy the data';

const claimChange: ChangeRule<'v1/PersistentVolumeClaim'> = {
  code: 'claim-change',
  severity: 'error',
  kinds: ['v1/PersistentVolumeClaim'],
  summary: 'A claim stays what it is, but for its size, which can grow.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeClaimUpdate',
  check(before, after, report, both) {
    const fixed = ['accessModes', 'resources', 'selector', 'volumeMode'].map((field) => `spec.${field}`);
    reportChanges('v1/PersistentVolumeClaim', fixed, [withoutSize(before), withoutSize(after)], report, FIX);
    checkPlace(before, after, report);
    checkClassAnnotation(before, after, report);
    checkSource(before, after, report);
    const [size, now] = [sizeOf(before), sizeOf(after)];
    if (size === undefined || now === undefined || amountOf(now) === amountOf(size)) return;
    const reason = whyNot(amountOf(now), before, both);
    if (reason !== undefined) report(SIZE, `was ${show(size)} and is ${show(now)}, but ${reason}`, FIX);
  },
};

/** Which volume it has, and of which sort. What was not given, the server or a controller may have filled in, or leaves to be filled in. */
function checkPlace(before: PersistentVolumeClaim, after: PersistentVolumeClaim, report: Report): void {
  const [was, is] = [before.spec ?? {}, after.spec ?? {}];
  const changed = (field: 'storageClassName' | 'volumeName' | 'volumeAttributesClassName'): void => {
    const now = is[field] === undefined ? 'gone' : show(is[field]);
    report(SPEC.field(field), `was ${show(was[field])} and is ${now}, but it cannot be changed`, FIX);
  };
  for (const field of ['storageClassName', 'volumeName'] as const) {
    if (was[field] === undefined || was[field] === is[field]) continue;
    if (is[field] !== undefined || !isLive(before)) changed(field);
  }
  // It can become another; and while it is not in effect yet, it can be taken back.
  const isInEffect = before.status?.currentVolumeAttributesClassName !== undefined;
  if (isInEffect && was.volumeAttributesClassName && is.volumeAttributesClassName === '') {
    changed('volumeAttributesClassName');
  }
}

const CLASS = 'volume.beta.kubernetes.io/storage-class';

/** How the class was given once. It can become the field of today. */
function checkClassAnnotation(before: PersistentVolumeClaim, after: PersistentVolumeClaim, report: Report): void {
  const [was, is] = [before, after].map(({ metadata }) => metadata?.annotations?.[CLASS]);
  const becomesField = before.spec?.storageClassName === undefined && after.spec?.storageClassName === was;
  if (was === is || (is === undefined && becomesField)) return;
  reportAnnotation(CLASS, [was, is], report, FIX);
}

function checkSource(before: PersistentVolumeClaim, after: PersistentVolumeClaim, report: Report): void {
  const [source, other] = [sourceOf(before), sourceOf(after)];
  if (sameJson(source, other)) return;
  const { dataSource, dataSourceRef } = after.spec ?? {};
  // What is given no more stays, unless it was given in both fields; in those of a live claim, the server may have written it.
  const isGone = dataSource === undefined && dataSourceRef === undefined;
  const wasInBoth = before.spec?.dataSource !== undefined && before.spec.dataSourceRef !== undefined && !isLive(before);
  if (other === undefined && !(isGone && wasInBoth)) return;
  const field = dataSourceRef === undefined ? 'dataSource' : 'dataSourceRef';
  report(SPEC.field(field), `is ${isGone ? 'gone' : 'not what it was'}, but it cannot be changed`, FIX);
}

/** The server writes each of the two into the other, and drops a reference to another namespace and a source that it does not know. */
function sourceOf({ spec = {} }: PersistentVolumeClaim): unknown {
  const { dataSource, dataSourceRef } = spec;
  if (dataSourceRef !== undefined && dataSourceRef.namespace === undefined) return dataSourceRef;
  return dataSource && SOURCES.has(`${dataSource.apiGroup ?? ''}/${dataSource.kind}`) ? dataSource : undefined;
}

const SOURCES: ReadonlySet<string> = new Set(['/PersistentVolumeClaim', 'snapshot.storage.k8s.io/VolumeSnapshot']);

/** The claim as if it asked for no space, which may change. */
function withoutSize(claim: PersistentVolumeClaim): PersistentVolumeClaim {
  const { storage: _, ...requests } = claim.spec?.resources?.requests ?? {};
  return { ...claim, spec: { ...claim.spec, resources: { ...claim.spec?.resources, requests } } };
}

function sizeOf({ spec }: PersistentVolumeClaim): string | number | undefined {
  return spec?.resources?.requests?.['storage'];
}

/** Why the server refuses another size, if that is certain. */
function whyNot(size: bigint, before: PersistentVolumeClaim, both: BothSides): string | undefined {
  if (isUnbound(before)) return 'only a claim that has a volume gets another size';
  const neverGrows = growsNever(before, both);
  if (size > amountOf(sizeOf(before) ?? 0)) {
    return neverGrows ? 'only a claim of a StorageClass that allows it grows' : undefined;
  }
  // What never grew has the size that it asked for; another may have asked for more than it got.
  const capacity = before.status?.capacity?.['storage'];
  const isTooSmall = capacity === undefined ? neverGrows : size <= amountOf(capacity);
  return isTooSmall ? 'a volume does not shrink' : undefined;
}

function isUnbound({ status }: PersistentVolumeClaim): boolean {
  return status?.phase !== undefined && status.phase !== 'Bound';
}

/** Whether its class is none, or one that does not let claims grow, neither before nor after. */
function growsNever({ spec }: PersistentVolumeClaim, { before, after }: BothSides): boolean {
  const name = spec?.storageClassName;
  if (name === undefined || name === '') return name === '';
  return [before, after].every((inventory) => {
    const found = inventory.ofKind('storage.k8s.io/v1/StorageClass').find(({ key }) => key.name === name);
    return found !== undefined && found.object.allowVolumeExpansion !== true;
  });
}

const claimShrinks: ChangeRule<'v1/PersistentVolumeClaim'> = {
  code: 'claim-shrinks',
  severity: 'warning',
  kinds: ['v1/PersistentVolumeClaim'],
  summary: 'A claim keeps its size, because the server takes a smaller one only while the volume is smaller still.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeClaimUpdate',
  check(before, after, report, both) {
    const [was, is] = [sizeOf(before), sizeOf(after)];
    if (was === undefined || is === undefined || amountOf(is) >= amountOf(was)) return;
    if (before.status?.capacity !== undefined || whyNot(amountOf(is), before, both) !== undefined) return;
    const message = `was ${show(was)} and is ${show(is)}, which is refused unless the volume is smaller than that`;
    report(SIZE, message, FIX);
  },
};

/** Changes of claims. */
export const CLAIM_CHANGES: readonly AnyChangeRule[] = [claimChange, claimShrinks];
