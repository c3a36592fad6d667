import type { FieldRule, Rule } from '../../rule';
import { isBarePod } from './bare-pod';

export const containerImage: Rule<'Container'> = {
  code: 'container-image',
  severity: 'error',
  on: 'Container',
  summary: 'A container names its image, because there is nothing to run otherwise.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateContainerCommon',
  check({ image = '' }, at, report) {
    if (image === '') report(at.field('image'), 'is missing', 'name an image, such as "nginx:1.29"');
  },
};

export const imageWhiteSpace: FieldRule<'Container.image'> = {
  code: 'image-white-space',
  severity: 'error',
  fields: ['Container.image'],
  summary: 'The image of a Pod has no white space around it, because no registry has such an image.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateContainerOnlyForPod',
  problem: (image, context) => (isBarePod(context) ? whiteSpaceProblem(image) : undefined),
};

export function whiteSpaceProblem(image: string): string | undefined {
  return image === image.trim() ? undefined : 'has white space around it: take it away';
}
