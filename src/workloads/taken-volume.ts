/** What is wrong with the name of a volume, as a phrase that continues it, when another prop has it: `storage`. */
export function takenVolumeProblem(owner: string | undefined): string | undefined {
  return owner && `is the name of the volume of ${owner}: take another`;
}
