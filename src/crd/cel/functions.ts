import { once } from '../../values/once';
import { ADDRESSES } from './functions/addresses';
import { AUTHORIZATION } from './functions/authorization';
import { CONVERSIONS } from './functions/conversions';
import { NAMED_FORMATS } from './functions/formats';
import { LISTS } from './functions/lists';
import { OPERATORS } from './functions/operators';
import { OPTIONALS } from './functions/optionals';
import { QUANTITIES } from './functions/quantities';
import { STRINGS } from './functions/strings';
import { TIMES } from './functions/times';
import { URLS } from './functions/urls';
import { VERSIONS } from './functions/versions';
import { FunctionIndex } from './signature';

/** The functions that expressions have in Kubernetes 1.35, by their names. They are made for the first expression. */
export const functions = once((): FunctionIndex => {
  return new FunctionIndex([
    ...[OPERATORS, CONVERSIONS, STRINGS, LISTS, OPTIONALS, TIMES],
    ...[QUANTITIES, ADDRESSES, URLS, NAMED_FORMATS, VERSIONS, AUTHORIZATION],
  ]);
});
