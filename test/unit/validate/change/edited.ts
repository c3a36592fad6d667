/** Fields by their paths, with `.` between the steps: `{ 'spec.replicas': 3 }`. An undefined one is taken away. */
export type Edits = Readonly<Record<string, unknown>>;

/** A copy with these fields. */
export function edited<T>(value: T, edits: Edits): T {
  return Object.entries(edits).reduce<unknown>(
    (whole, [path, edit]) => withEdit(whole, path.split('.'), edit),
    value,
  ) as T;
}

function withEdit(value: unknown, [step = '', ...others]: readonly string[], edit: unknown): unknown {
  if (Array.isArray(value)) {
    const list: unknown[] = [...(value as readonly unknown[])];
    list[Number(step)] = others.length === 0 ? edit : withEdit(list[Number(step)], others, edit);
    return list;
  }
  const map = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (others.length > 0) return { ...map, [step]: withEdit(map[step], others, edit) };
  const { [step]: _, ...rest } = map;
  return edit === undefined ? rest : { ...rest, [step]: edit };
}
