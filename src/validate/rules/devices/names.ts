import { driverNameProblem } from '../driver-name';

/**
 * What is wrong with the name of a driver of devices, as a phrase, or undefined.
 *
 * @example deviceDriverProblem('') // 'is empty: name the driver, such as "gpu.example.com"'
 */
export function deviceDriverProblem(name: string): string | undefined {
  return name === '' ? 'is empty: name the driver, such as "gpu.example.com"' : driverNameProblem(name);
}

const IDENTIFIER = /^[A-Za-z_]\w*$/;
const MAX_IDENTIFIER = 32;

/**
 * What is wrong with the name of an attribute or a capacity of a device, as a phrase, or undefined (validateQualifiedName): an identifier,
 * or the name of a driver, "/" and one.
 *
 * @example devicePropertyProblem('driver-version') // 'is not an identifier: use letters, digits and "_", and begin with no digit'
 */
export function devicePropertyProblem(name: string): string | undefined {
  const [first = '', second, ...more] = name.split('/');
  if (second === undefined) return identifierProblem(first);
  // The server does not look at what has more than one "/".
  if (more.length > 0) return undefined;
  const driver = deviceDriverProblem(first);
  if (driver !== undefined) return `has a domain before "/" that ${driver}`;
  const identifier = identifierProblem(second);
  return identifier && `has a name after "/" that ${identifier}`;
}

function identifierProblem(name: string): string | undefined {
  const how = 'use letters, digits and "_", and begin with no digit';
  if (name === '') return `is empty: ${how}`;
  if (!IDENTIFIER.test(name)) return `is not an identifier: ${how}`;
  if (name.length <= MAX_IDENTIFIER) return undefined;
  return `has ${name.length} characters; an identifier holds ${MAX_IDENTIFIER}: shorten it`;
}
