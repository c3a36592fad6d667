import type { Report } from './report';

/** A report for programs. */
export function jsonOutput({ documents, issues }: Report): string {
  return `${JSON.stringify({ documents, issues }, undefined, 2)}\n`;
}
