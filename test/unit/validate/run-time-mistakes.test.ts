import { validate } from '../../../src/validate/validate';
import { MISTAKES } from '../../cluster/run-time/mistakes';
import { place } from '../../cluster/run-time/place';

// That the server takes them and that they fail is shown by test/cluster/run-time.test.ts.
describe.each(MISTAKES)('$name', (mistake) => {
  test(`is found as ${mistake.code}, with its fix`, () => {
    const issues = validate(place(mistake, 'wrong', 'shop').manifests);
    expect(issues).toContainEqual(
      expect.objectContaining({ severity: 'warning', code: mistake.code, fix: expect.any(String) as string }),
    );
    expect(issues.filter(({ code }) => code !== mistake.code)).toEqual([]);
  });

  test('is silent when mended', () => {
    expect(validate(place(mistake, 'right', 'shop').manifests)).toEqual([]);
  });
});
