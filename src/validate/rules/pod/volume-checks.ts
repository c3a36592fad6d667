import type { Volume } from '../../../../imports/kubernetes/types';
import type { Path } from '../../path';
import type { Report } from '../../rule';

/** What is asked of the source of a volume, by the field that it stands in. */
export type VolumeChecks = {
  readonly [Source in keyof Volume]?: (
    source: NonNullable<Volume[Source]>,
    at: Path,
    report: Report,
    volume: Volume,
  ) => void;
};

/** The fields of a volume that are sources: all but its name. */
export function sourcesOf(volume: Volume): readonly (keyof Volume)[] {
  const sources: (keyof Volume)[] = [];
  // The structure lets no other fields through.
  for (const field of Object.keys(volume) as (keyof Volume)[]) {
    if (field !== 'name' && volume[field] !== undefined) sources.push(field);
  }
  return sources;
}
