import type { ObjectMeta } from '../../imports/kubernetes/types';

/** An object of whatever kind, built-in or custom. */
export interface AnyObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: ObjectMeta;
}
