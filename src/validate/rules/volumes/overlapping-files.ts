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
    const root = newFolder();
    files.forEach((file, index) => {
      const other = files[placeFile(root, file.path, index)];
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

/** A place in the tree of all paths: the index of the first file that is there, and of the first that is there or below it. */
interface Folder {
  own: number;
  first: number;
  readonly inner: Map<string, Folder>;
}

function newFolder(): Folder {
  return { own: Infinity, first: Infinity, inner: new Map() };
}

/** Puts a file into the tree, and gives the index of the first that is at, above or below its path; Infinity for none. */
function placeFile(root: Folder, path: string, index: number): number {
  const steps = path.split('/');
  while (steps.at(-1) === '') steps.pop();
  let folder = root;
  let other = Infinity;
  steps.forEach((step, depth) => {
    const next = folder.inner.get(step) ?? newFolder();
    folder.inner.set(step, next);
    const isLast = depth === steps.length - 1;
    other = Math.min(other, isLast ? next.first : next.own);
    next.first = Math.min(next.first, index);
    if (isLast) next.own = Math.min(next.own, index);
    folder = next;
  });
  return other;
}
