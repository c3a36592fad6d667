import type { PersistentVolumeClaimSpec, TypedLocalObjectReference } from '../../../../imports/kubernetes/types';
import { dnsLabelProblem, dnsSubdomainProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { Path } from '../../path';
import type { Context, Report, Rule } from '../../rule';

const CLAIM = 'PersistentVolumeClaim';

export const claimDataSource: Rule<'PersistentVolumeClaimSpec'> = {
  code: 'claim-data-source',
  severity: 'error',
  on: 'PersistentVolumeClaimSpec',
  needs: ['PersistentVolumeClaimSpec.dataSource', 'PersistentVolumeClaimSpec.dataSourceRef'],
  summary: 'What a claim is filled from is named in full, and if twice, then as the same.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateDataSource, validateDataSourceRef',
  check(spec, at, report, context) {
    if (spec.dataSource === undefined && spec.dataSourceRef === undefined) return;
    const { dataSource, dataSourceRef } = sourcesOf(spec, context);
    if (dataSource !== undefined) checkSource(dataSource, at.field('dataSource'), report);
    if (dataSourceRef === undefined) return;
    checkSource(dataSourceRef, at.field('dataSourceRef'), report);
    const isElsewhere = dataSourceRef.namespace !== undefined && dataSourceRef.namespace !== '';
    if (isElsewhere) checkField(report, at.field('dataSourceRef'), dataSourceRef, 'namespace', dnsLabelProblem);
    if (dataSource === undefined) return;
    if (isElsewhere) report(at.field('dataSource'), 'is there beside a dataSourceRef with a namespace', 'take it away');
    else if (!isSame(dataSource, dataSourceRef)) {
      report(at.field('dataSource'), 'is another one than dataSourceRef', 'keep one of them');
    }
  },
};

export const droppedDataSource: Rule<'PersistentVolumeClaimSpec'> = {
  code: 'dropped-data-source',
  severity: 'warning',
  on: 'PersistentVolumeClaimSpec',
  needs: ['PersistentVolumeClaimSpec.dataSource', 'PersistentVolumeClaimSpec.dataSourceRef'],
  summary:
    'A claim is filled from a claim or a VolumeSnapshot of its namespace, or by dataSourceRef; else it comes up empty, without a word.',
  mirrors: 'pkg/api/persistentvolumeclaim/util.go: EnforceDataSourceBackwardsCompatibility, DropDisabledFields',
  check(spec, at, report, context) {
    if (spec.dataSource === undefined && spec.dataSourceRef === undefined) return;
    const { dataSource, dataSourceRef } = sourcesOf(spec, context);
    if (spec.dataSourceRef !== undefined && dataSourceRef === undefined) {
      const here = at.field('dataSourceRef').field('namespace');
      report(here, 'makes the server drop dataSourceRef, unless a feature is on', 'fill it from its own namespace');
    } else if (spec.dataSource !== undefined && dataSource === undefined) {
      const fact = 'is dropped by the server, because it is no claim and no VolumeSnapshot';
      report(at.field('dataSource'), fact, 'name it in dataSourceRef');
    }
  },
};

/** Of either sort. The structure lets those through that lack something, because the server may drop them. */
type Source = Partial<TypedLocalObjectReference>;
type Sources = Pick<PersistentVolumeClaimSpec, 'dataSource' | 'dataSourceRef'>;

/** What of the two the server looks at. It drops them from a claim of its own, and from no template. */
function sourcesOf({ dataSource, dataSourceRef }: PersistentVolumeClaimSpec, { object }: Context): Sources {
  if (object.kind !== CLAIM) return { dataSource, dataSourceRef };
  const ref = dataSourceRef?.namespace === undefined || dataSourceRef.namespace === '' ? dataSourceRef : undefined;
  return {
    dataSource: ref !== undefined || isClaimOrSnapshot(dataSource) ? dataSource : undefined,
    dataSourceRef: ref,
  };
}

function isClaimOrSnapshot(source: Source | undefined): boolean {
  const { apiGroup = '', kind } = source ?? {};
  return apiGroup === '' ? kind === CLAIM : kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io';
}

function checkSource(source: Source, at: Path, report: Report): void {
  const { kind = '', name = '', apiGroup = '' } = source;
  if (name === '') report(at.field('name'), 'is missing', 'name the object');
  if (kind === '') report(at.field('kind'), 'is missing', 'give the kind of the object');
  else if (apiGroup === '' && kind !== CLAIM)
    report(at.field('apiGroup'), `is missing, and "${kind}" has one`, 'give it');
  if (apiGroup !== '') checkField(report, at, source, 'apiGroup', dnsSubdomainProblem);
}

function isSame(source: Source, ref: Source): boolean {
  return source.apiGroup === ref.apiGroup && source.kind === ref.kind && source.name === ref.name;
}
