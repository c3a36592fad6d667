/**
 * What one list has and the other has not, in the order of the lists.
 *
 * @example differences(['a', 'b'], ['b', 'c']) // { gone: ['a'], added: ['c'] }
 */
export function differences<T>(before: readonly T[], after: readonly T[]) {
  return {
    gone: before.filter((item) => !after.includes(item)),
    added: after.filter((item) => !before.includes(item)),
  };
}
