import { rmSync } from 'node:fs';

export default function removeFolder(): void {
  const { TESTS_FOLDER: folder } = process.env;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
