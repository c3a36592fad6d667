import { argumentsProblem, commandProblem } from '../../../src/pod/command';

test.each([
  [
    ['npm start'],
    'is one item with a space, which no shell splits: write ["npm", "start"], or ["sh", "-c", "npm start"]',
  ],
  [['dump > a'], 'is one item with a space, which no shell splits: write ["sh", "-c", "dump > a"]'],
  [['echo "a b"'], 'is one item with a space, which no shell splits: write ["sh", "-c", "echo \\"a b\\""]'],
])('commandProblem() says that %j %s', (command, problem) => {
  expect(commandProblem(command)).toBe(problem);
});

test.each([[['npm', 'start']], [['/bin/dump']], [['sh', '-c', 'dump > a']], [['/opt/My App/run', 'now']]])(
  'commandProblem() takes %j',
  (command) => {
    expect(commandProblem(command)).toBeUndefined();
  },
);

test('argumentsProblem() takes one that has a space', () => {
  expect(argumentsProblem(['SELECT 1'])).toBeUndefined();
});
