// The package as it is loaded: one file an entry point, because Node.js needs longer to find seventy files than to run them. What two
// entry points share becomes a chunk of its own, so that there is one of each class and each registry.
import { readFileSync } from 'node:fs';

const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

export default {
  input: { index: 'src/index.ts' },
  platform: 'node',
  external: [...Object.keys(peerDependencies), /^node:/],
  transform: { target: 'es2022' },
  output: { dir: 'dist/src', format: 'cjs', chunkFileNames: '[name].js' },
};
