import { runProgram } from './terminal';

test.each([[['--help']], [['-h']], [[]]])('%j prints the commands', async (args) => {
  const { code, printed, complained } = await runProgram(args);
  expect(printed).toMatch(/^Usage: cdk8s-workloads <command>[^]*\n {2}import /);
  expect([code, complained]).toEqual([0, '']);
});

test('"import --help" prints what import takes', async () => {
  const { code, printed } = await runProgram(['import', 'crd.yaml', '--help']);
  expect(printed).toContain('Usage: cdk8s-workloads import <file>...');
  expect(code).toBe(0);
});

test.each<[readonly string[], string, string]>([
  [['imprt'], 'command "imprt" is not known: did you mean "import"', ''],
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
