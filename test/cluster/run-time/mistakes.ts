import type { Mistake } from './mistake';
import { ACCESS } from './mistakes/access';
import { CONTAINERS } from './mistakes/containers';
import { CONTROLLERS } from './mistakes/controllers';
import { NETWORK } from './mistakes/network';
import { PODS } from './mistakes/pods';
import { REFERENCES } from './mistakes/references';
import { SCHEDULING } from './mistakes/scheduling';

/** What the server takes and what fails afterwards, with the warning that says so beforehand. */
export const MISTAKES: readonly Mistake[] = [
  ...ACCESS,
  ...CONTAINERS,
  ...CONTROLLERS,
  ...NETWORK,
  ...PODS,
  ...REFERENCES,
  ...SCHEDULING,
];
