import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { AREAS } from '../../src/validate/rules/table';
import { STRUCTURE_CODES } from '../../src/validate/structure-codes';
import { issueTable } from '../../src/validate/issue-table';
import { validate } from '../../src/validate/validate';
import { CHANGE_RULES } from '../../src/validate/change/change-rules';
import { validateChange } from '../../src/validate/validate-change';
import { toYaml } from '../../src/manifest/yaml';
import { THINGS } from '../../test/unit/validate/change/bases';
import { type ChangeCase, changeCases } from '../../test/unit/validate/change/changes';
import { lineDiff } from './line-diff';

const EXAMPLES = join(__dirname, '../../test/unit/validate/examples');

interface RuleInfo {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly mirrors?: string;
}

/** docs/rules.md: what the rules say of themselves, with the examples that the tests try on them and on an API server. */
export function rulesPage(): string {
  const structure: readonly RuleInfo[] = Object.entries(STRUCTURE_CODES).map(([code, info]) => ({ code, ...info }));
  const chapters = AREAS.map(({ title, rules }): Area => ({ title, rules: rules() }));
  const areas = [{ title: 'Structure', rules: structure }, ...chapters];
  const all = areas.flatMap(({ rules }) => rules);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  return [
    '# Rules',
    'Written by `npm run rules` from the rules and their examples. ' +
      `There are ${errors} errors, which the API server would refuse, and ${all.length - errors} warnings, which it takes and which hurt later.`,
    'Below each failing example is what `validate` says of it, then what makes it right. Switch a rule off by its code, ' +
      "`new App({ validation: { rules: { 'image-tag': 'off' } } })`, or for one object by an annotation with the reason, " +
      '`cdk8s-workloads/ignore-image-tag: pinned by the registry`.',
    [...areas.map(({ title }) => title), CHANGES].map((title) => `- [${title}](#${anchor(title)})`).join('\n'),
    ...areas.map(areaText),
    changesText(),
  ]
    .join('\n\n')
    .concat('\n');
}

const CHANGES = 'Changes';

/** The rules of `validateChange`: a change that it finds, and one of the same kind of object that is right. */
function changesText(): string {
  const cases = changeCases('shop', 'shop');
  const sorted = [...CHANGE_RULES].sort((a, b) => (a.code < b.code ? -1 : 1));
  const intro = 'What `validateChange` says of manifests beside those that were applied before.';
  return [`## ${CHANGES}`, intro, ...sorted.map((rule) => ruleText(rule, changeText(rule.code, cases)))].join('\n\n');
}

function changeText(code: string, cases: readonly ChangeCase[]): readonly string[] {
  const bad = cases.find((each) => each.code === code);
  if (bad === undefined) return [];
  const good = cases.find((each) => each.code === undefined && each.before.kind === bad.before.kind);
  const issues = issueTable(validateChange([bad.before], [bad.after], { customResources: [THINGS] }));
  return [
    block('diff', diffOf(bad)),
    block('text', issues),
    ...(good === undefined ? [] : ['This is taken:', block('diff', diffOf(good))]),
  ];
}

function diffOf({ before, after }: ChangeCase): string {
  return lineDiff(toYaml([before]).trimEnd().split('\n'), toYaml([after]).trimEnd().split('\n'), 3).join('\n');
}

interface Area {
  readonly title: string;
  readonly rules: readonly RuleInfo[];
}

function areaText({ title, rules }: Area): string {
  const sorted = [...rules].sort((a, b) => (a.code < b.code ? -1 : 1));
  return [`## ${title}`, ...sorted.map((rule) => ruleText(rule, exampleText(rule.code)))].join('\n\n');
}

function ruleText({ code, severity, summary, mirrors }: RuleInfo, example: readonly string[]): string {
  const heading = `### ${code}\n\n**${severity}.** ${summary}`;
  const place = mirrors === undefined ? [] : [`In Kubernetes: ${mirrors.replace(/([\w.-]*\/[\w./-]+)/g, '`$1`')}.`];
  return [heading, ...place, ...example].join('\n\n');
}

function exampleText(code: string): readonly string[] {
  const [failing, passing] = ['failing', 'passing'].map((name) => join(EXAMPLES, code, `${name}.yaml`));
  if (failing === undefined || passing === undefined || !existsSync(failing)) return [];
  const [bad, good] = [failing, passing].map((file) => readFileSync(file, 'utf8').trimEnd());
  if (bad === undefined || good === undefined) return [];
  const issues = issueTable(validate(loadAll(bad)));
  const differences = lineDiff(bad.split('\n'), good.split('\n')).join('\n');
  return [block('yaml', bad), block('text', issues), block('diff', differences)];
}

const WIDEST = 1000;
const SHOWN = 60;

/** Lines of kilobytes, which some rules are about, are not shown whole. */
function block(language: string, text: string): string {
  const lines = text
    .split('\n')
    .map((line) => (line.length > WIDEST ? `${line.slice(0, SHOWN)}... (${line.length} characters)` : line));
  return `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``;
}

/** As GitHub makes it. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replace(/ /g, '-');
}
