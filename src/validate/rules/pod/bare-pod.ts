import type { Context } from '../../rule';

/** Whether a pod stands for itself, and is no template. The server looks closer at it, and fills in more. */
export function isBarePod({ object }: Context): boolean {
  return object.kind === 'Pod';
}
