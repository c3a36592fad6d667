import { readFileSync } from 'node:fs';
import { runProgram } from './terminal';

test.each([[['--help']], [['-h']], [['help']], [[]]])('%j prints the commands', async (args) => {
  const { code, printed, complained } = await runProgram(args);
  expect(printed).toMatch(/^Usage: cdk8s-workloads <command>[^]*\n {2}import /);
  expect([code, complained]).toEqual([0, '']);
});

test('"import --help" prints what import takes', async () => {
  const { code, printed } = await runProgram(['import', 'crd.yaml', '--help']);
  expect(printed).toContain('Usage: cdk8s-workloads import <file>...');
  expect(code).toBe(0);
});

test.each([[['help', 'validate']], [['--help', 'validate']], [['validate', '-h']]])(
  '%j prints what validate takes',
  async (args) => {
    const { code, printed } = await runProgram(args);
    expect(printed).toContain('Usage: cdk8s-workloads validate [<file or folder>...]');
    expect(code).toBe(0);
  },
);

test('--version prints that of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  expect(await runProgram(['--version'])).toEqual({ code: 0, printed: `${version}\n`, complained: '' });
});

test.each([['-o=json'], ['-ojson'], ['--output=json']])('%s is taken', async (option) => {
  const { printed } = await runProgram(['validate', option], 'a: 1');
  expect(JSON.parse(printed)).toMatchObject({ documents: 1 });
});

test.each<[readonly string[], string, string]>([
  [['imprt'], 'command "imprt" is not known: did you mean "import"', ''],
  [['help', 'imprt'], 'command "imprt" is not known: did you mean "import"', ''],
  [['import', 'a.yaml', '-o='], 'option "--output" needs a value', 'import '],
  [['import', 'a.yaml', '-h=no'], 'option "--help" takes no value, but has "no"', 'import '],
  [['toString'], 'command "toString" is not known: there are import, validate', ''],
  [['import', '--outptu', 'x', 'a.yaml'], 'option "--outptu" is not known: did you mean "--output"', 'import '],
  [['import', '-x', 'a.yaml'], 'option "-x" is not known: there are --output, --help', 'import '],
  [['import', 'a.yaml', '--output'], 'option "--output" needs a value', 'import '],
  [['import', 'a.yaml', '--help=no'], 'option "--help" takes no value, but has "no"', 'import '],
  [['import'], 'no file is given: name one, or "-" for the standard input', 'import '],
])('%j ends with 2, the mistake, and where the help is', async (args, mistake, command) => {
  const { code, printed, complained } = await runProgram(args);
  expect(complained).toBe(`cdk8s-workloads: ${mistake}\nSee "cdk8s-workloads ${command}--help".\n`);
  expect([code, printed]).toEqual([2, '']);
});
