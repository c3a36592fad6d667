import type { FunctionTable } from '../signature';
import { fail } from '../value';

const AUTHZ = 'kubernetes.authorization';
const AUTHORIZER = `${AUTHZ}.Authorizer`;
const PATH = `${AUTHZ}.PathCheck`;
const GROUP = `${AUTHZ}.GroupCheck`;
const RESOURCE = `${AUTHZ}.ResourceCheck`;
const DECISION = `${AUTHZ}.Decision`;

const unknown = () => fail('only the API server knows who may do what');

/** What may be asked of an `authorizer`, which only expressions of admission have. Here they are never evaluated. */
export const AUTHORIZATION: FunctionTable = {
  [`<${AUTHORIZER}>.path(string): ${PATH}`]: unknown,
  [`<${AUTHORIZER}>.group(string): ${GROUP}`]: unknown,
  [`<${AUTHORIZER}>.serviceAccount(string, string): ${AUTHORIZER}`]: unknown,
  [`<${PATH}>.check(string): ${DECISION}`]: unknown,
  [`<${GROUP}>.resource(string): ${RESOURCE}`]: unknown,
  [`<${RESOURCE}>.subresource(string): ${RESOURCE}`]: unknown,
  [`<${RESOURCE}>.namespace(string): ${RESOURCE}`]: unknown,
  [`<${RESOURCE}>.name(string): ${RESOURCE}`]: unknown,
  [`<${RESOURCE}>.fieldSelector(string): ${RESOURCE}`]: unknown,
  [`<${RESOURCE}>.labelSelector(string): ${RESOURCE}`]: unknown,
  [`<${RESOURCE}>.check(string): ${DECISION}`]: unknown,
  [`<${DECISION}>.allowed(): bool`]: unknown,
  [`<${DECISION}>.errored(): bool`]: unknown,
  [`<${DECISION}>.error(): string`]: unknown,
  [`<${DECISION}>.reason(): string`]: unknown,
};
