import type { Volume } from '../../../../imports/kubernetes/types';
import { dnsSubdomainProblem } from '../../../manifest/name';
import { amountOf } from '../../amount';
import { checkField } from '../../check-field';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';
import { driverNameProblem } from '../driver-name';
import { LEGACY_VOLUME_CHECKS } from './legacy-volumes';
import { backstepProblem } from '../pod/relative-path';
import { sourcesOf, type VolumeChecks } from '../pod/volume-checks';

/** What is wrong with the source of a volume, by its field. */
export const VOLUME_CHECKS: VolumeChecks = {
  ...LEGACY_VOLUME_CHECKS,

  csi(source, at, report) {
    checkField(report, at, source, 'driver', (driver) => (driver === '' ? undefined : driverNameProblem(driver)));
    if (source.nodePublishSecretRef === undefined) return;
    const { name = '' } = source.nodePublishSecretRef;
    const here = at.field('nodePublishSecretRef');
    if (name === '') report(here.field('name'), 'is missing', 'name the Secret');
    else checkField(report, here, source.nodePublishSecretRef, 'name', dnsSubdomainProblem);
  },

  emptyDir({ sizeLimit }, at, report) {
    if (sizeLimit === undefined || amountOf(sizeLimit) >= 0n) return;
    report(at.field('sizeLimit'), `"${sizeLimit}" is negative`, 'give the bytes that fit, such as "1Gi"');
  },

  hostPath(source, at, report) {
    checkField(report, at, source, 'path', backstepProblem);
  },

  nfs(source, at, report) {
    checkField(report, at, source, 'path', (path) => {
      return path === '' || path.startsWith('/') ? undefined : `is not absolute: write "/${path}"`;
    });
  },
};

export const volumeValue: Rule<'Volume'> = {
  code: 'volume-value',
  severity: 'error',
  on: 'Volume',
  summary: 'The values of the source of a volume have the form that its plugin can read.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateVolumeSource and the function of each source',
  check(volume, at, report) {
    for (const source of sourcesOf(volume)) {
      // Each check is for the source of its name.
      const check = VOLUME_CHECKS[source] as AnyCheck | undefined;
      check?.(volume[source], at.field(source), report, volume);
    }
  },
};

type AnyCheck = (source: unknown, at: Path, report: Report, volume: Volume) => void;
