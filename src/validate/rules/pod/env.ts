import type { PodSpec } from '../../../../imports/kubernetes/types';
import { configKeyProblem, dnsLabelProblem, dnsSubdomainProblem, envNameProblem } from '../../../manifest/name';
import { checkField, checkValue } from '../../check-field';
import type { FieldRule, Rule } from '../../rule';
import { withoutTrailingDash } from '../trailing-dash';
import { eachContainer } from './each-container';
import { backstepProblem } from './relative-path';
import { sourcesOf } from './volume-checks';

export const envName: FieldRule<'EnvVar.name'> = {
  code: 'env-name',
  severity: 'error',
  fields: ['EnvVar.name'],
  summary: 'The name of an environment variable is of printable ASCII without "=", because that ends the name.',
  mirrors: 'apimachinery/pkg/util/validation/validation.go: IsRelaxedEnvVarName',
  problem: envNameProblem,
};

export const envPrefix: FieldRule<'EnvFromSource.prefix'> = {
  code: 'env-prefix',
  severity: 'error',
  fields: ['EnvFromSource.prefix'],
  summary: 'The prefix of environment variables is of printable ASCII without "=", because that ends a name.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateEnvFrom',
  problem: (prefix) => (prefix === '' ? undefined : envNameProblem(prefix)),
};

const SOURCES = ['configMapKeyRef', 'secretKeyRef', 'fieldRef', 'resourceFieldRef', 'fileKeyRef'] as const;

export const envSource: Rule<'EnvVar'> = {
  code: 'env-source',
  severity: 'error',
  on: 'EnvVar',
  needs: ['EnvVar.valueFrom'],
  summary: 'An environment variable has a value or exactly one source, because it has only one content.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateEnvVarValueFrom',
  check({ value = '', valueFrom }, at, report) {
    if (valueFrom === undefined) return;
    let first: string | undefined;
    let second: string | undefined;
    for (const source of SOURCES) {
      if (valueFrom[source] === undefined) continue;
      if (first === undefined) first = source;
      else second ??= source;
    }
    if (first !== undefined && second === undefined && value === '') return;
    const here = at.field('valueFrom');
    if (first === undefined) report(here, 'names no source', 'give it a configMapKeyRef, secretKeyRef or fieldRef');
    else if (value !== '') report(here, 'is there beside a value', 'keep one of them');
    else if (second !== undefined) report(here.field(second), `is a second source beside ${first}`, 'keep one of them');
  },
};

export const envFromSource: Rule<'EnvFromSource'> = {
  code: 'env-from-source',
  severity: 'error',
  on: 'EnvFromSource',
  summary: 'An item of envFrom names exactly one ConfigMap or Secret.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateEnvFrom',
  check({ configMapRef, secretRef }, at, report) {
    if (configMapRef === undefined && secretRef === undefined) {
      report(at, 'names no source', 'give it a configMapRef or a secretRef');
    } else if (configMapRef !== undefined && secretRef !== undefined) {
      report(at.field('secretRef'), 'is a second source beside configMapRef', 'make two items of it');
    }
    for (const field of ['configMapRef', 'secretRef'] as const) {
      const source = field === 'configMapRef' ? configMapRef : secretRef;
      if (source === undefined) continue;
      const { name = '' } = source;
      if (name === '') report(at.field(field).field('name'), 'is missing', 'name the object');
      // The server takes a dash at the end, as if it were the beginning of a name.
      else checkValue(report, at.field(field), 'name', name, (text) => dnsSubdomainProblem(withoutTrailingDash(text)));
    }
  },
};

export const configKey: FieldRule<'ConfigMapKeySelector.key' | 'SecretKeySelector.key'> = {
  code: 'config-key',
  severity: 'error',
  fields: ['ConfigMapKeySelector.key', 'SecretKeySelector.key'],
  summary: 'The key of a ConfigMap or Secret has letters, digits, "-", "_" and ".", because it is a file name too.',
  mirrors: 'apimachinery/pkg/util/validation/validation.go: IsConfigMapKey',
  problem: configKeyProblem,
};

export const fileKey: Rule<'FileKeySelector'> = {
  code: 'file-key',
  severity: 'error',
  on: 'FileKeySelector',
  summary: 'A fileKeyRef names a variable and the path of a file inside of a volume.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateFileKeySelector',
  check(file, at, report) {
    checkField(report, at, file, 'key', envNameProblem);
    checkField(report, at, file, 'volumeName', dnsLabelProblem);
    if (file.path === '') report(at.field('path'), 'is empty', 'give the path of the file inside of the volume');
    checkField(report, at, file, 'path', backstepProblem);
  },
};

export const fileKeyVolume: Rule<'PodSpec'> = {
  code: 'file-key-volume',
  severity: 'error',
  on: 'PodSpec',
  needs: ['FileKeySelector'],
  summary: 'The volume of a fileKeyRef is an emptyDir of the pod, because an init container writes the file there.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateFileKeyRefVolumes',
  check(spec, at, report) {
    eachContainer(spec, ({ env }, list, index) => {
      env?.forEach(({ valueFrom }, envIndex) => {
        if (valueFrom?.fileKeyRef === undefined) return;
        const here = at.field(list).item(index).field('env').item(envIndex).field('valueFrom').field('fileKeyRef');
        checkField(report, here, valueFrom.fileKeyRef, 'volumeName', (name) => emptyDirProblem(name, spec));
      });
    });
  },
};

function emptyDirProblem(name: string, { volumes = [] }: PodSpec): string | undefined {
  if (name === '') return undefined;
  const volume = volumes.findLast((each) => each.name === name);
  if (volume === undefined) return 'is the name of no volume of the pod: name one with emptyDir: {}';
  // A volume without a source is an emptyDir.
  const isEmptyDir = volume.emptyDir !== undefined || sourcesOf(volume).length === 0;
  return isEmptyDir ? undefined : 'is not an emptyDir: name a volume with emptyDir: {}';
}
