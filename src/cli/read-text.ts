import { readFileSync } from 'node:fs';
import { UsageError } from './command';

/** The text of a file in UTF-8. @throws UsageError when it cannot be read */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw cannotRead(path, cause);
  }
}

/** @param cause what `node:fs` threw */
export function cannotRead(path: string, cause: unknown): UsageError {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  return new UsageError(`cannot read "${path}": ${REASONS[code] ?? message}`, { cause });
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'its permissions keep you from it',
  EISDIR: 'it is a folder: give the files in it',
  ELOOP: 'its symbolic links lead in a circle',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is a file, and no folder',
};
