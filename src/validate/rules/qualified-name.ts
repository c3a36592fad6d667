import { labelKeyProblem } from '../../manifest/name';

/** What is wrong with a qualified name, which has the form of the key of a label and is none: `example.com/ready`. */
export function qualifiedNameProblem(name: string): string | undefined {
  return labelKeyProblem(name)?.replace('the name of a label', 'a qualified name');
}

/** The same of the key of an annotation, in which capitals do not count. */
export function annotationKeyProblem(key: string): string | undefined {
  return qualifiedNameProblem(key.toLowerCase());
}
