import type { Volume, VolumeProjection } from '../../../../imports/kubernetes/types';
import type { Path } from '../../path';
import type { Rule } from '../../rule';

interface File {
  readonly path: string;
  readonly at: Path;
}

export const overlappingFiles: Rule<'Volume'> = {
  code: 'overlapping-files',
  severity: 'warning',
  on: 'Volume',
  needs: ['KeyToPath', 'DownwardAPIVolumeFile', 'ServiceAccountTokenProjection', 'ClusterTrustBundleProjection'],
  summary:
    'No file of a volume is at the path of another, or below it: one hides the other, or the pod does not start.',
  mirrors: 'pkg/api/pod/warnings.go: warningsForOverlappingVirtualPaths',
  check({ projected, ...volume }, at, report) {
    const sources = projected?.sources?.map((source, index) =>
      filesOf(source, at.field('projected').field('sources').item(index)),
    );
    const files = [...filesOf(volume, at), ...(sources ?? []).flat()];
    files.forEach((file, index) => {
      const other = files.slice(0, index).find((before) => overlaps(before.path, file.path));
      if (other === undefined) return;
      // Of one path, but for that of a token, another rule says that it is an error.
      if (projected !== undefined && other.path === file.path && isOfItem(other) && isOfItem(file)) return;
      report(file.at, `"${file.path}" is in the way of ${other.at.text()}`, 'change one of them');
    });
  },
};

function filesOf(source: Partial<Volume> & VolumeProjection, at: Path): readonly File[] {
  const lists = (['configMap', 'secret', 'downwardAPI'] as const).map((name) =>
    (source[name]?.items ?? []).map(({ path }, index) => ({
      path,
      at: at.field(name).field('items').item(index).field('path'),
    })),
  );
  const singles = (['serviceAccountToken', 'clusterTrustBundle'] as const).flatMap((name) => {
    const path = source[name]?.path;
    return path === undefined ? [] : [{ path, at: at.field(name).field('path') }];
  });
  return [...lists.flat(), ...singles];
}

function isOfItem({ at }: File): boolean {
  return at.steps().includes('items');
}

function overlaps(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => path.replace(/\/*$/, '/')) as [string, string];
  return a !== '/' && b !== '/' && (a.startsWith(b) || b.startsWith(a));
}
