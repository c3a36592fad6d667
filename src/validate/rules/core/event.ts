import type { Event, EventsEvent, ObjectReference } from '../../../../imports/kubernetes/types';
import { checkValue } from '../../check-field';
import type { FieldRule, Rule } from '../../rule';
import { qualifiedNameProblem } from '../qualified-name';

const MAX_BYTES = 128;
const MAX_BYTES_OF_TEXT = 1024;

export const eventReporter: Rule<'Event' | 'EventsEvent'> = {
  code: 'event-reporter',
  severity: 'error',
  on: ['Event', 'EventsEvent'],
  summary: 'An event with an eventTime says who reports it, what was done and why, each in at most 128 bytes.',
  mirrors: 'pkg/apis/core/validation/events.go: legacyValidateEvent',
  check(event, at, report) {
    if (event.eventTime === undefined) return;
    const { reporter, text } = namesOf(event);
    const asked = [
      [...reporter, qualifiedNameProblem],
      ['reportingInstance', event.reportingInstance, shortTextProblem],
      ['action', event.action, shortTextProblem],
      ['reason', event.reason, shortTextProblem],
    ] as const;
    for (const [field, value = '', problem] of asked) {
      if (value === '') report(at.field(field), 'is missing', `give the ${field}: the event has an eventTime`);
      else checkValue(report, at, field, value, problem);
    }
    const [field, told = ''] = text;
    checkValue(report, at, field, told, (long) => lengthProblem(long, MAX_BYTES_OF_TEXT));
  },
};

type Named<T> = readonly [field: string, value: T | undefined];

/** What the two versions call differently. */
interface Names {
  readonly object: Named<ObjectReference>;
  readonly reporter: Named<string>;
  readonly text: Named<string>;
}

function namesOf(event: Event | EventsEvent): Names {
  if (event.apiVersion === 'events.k8s.io/v1') {
    const { regarding, reportingController, note } = event;
    return {
      object: ['regarding', regarding],
      reporter: ['reportingController', reportingController],
      text: ['note', note],
    };
  }
  const { involvedObject, reportingComponent, message } = event;
  return {
    object: ['involvedObject', involvedObject],
    reporter: ['reportingComponent', reportingComponent],
    text: ['message', message],
  };
}

function shortTextProblem(text: string): string | undefined {
  return lengthProblem(text, MAX_BYTES);
}

function lengthProblem(text: string, most: number): string | undefined {
  const bytes = Buffer.byteLength(text);
  return bytes > most ? `has ${bytes} bytes; ${most} fit: shorten it` : undefined;
}

export const eventNamespace: Rule<'Event' | 'EventsEvent'> = {
  code: 'event-namespace',
  severity: 'error',
  on: ['Event', 'EventsEvent'],
  summary: 'An event is in the namespace of the object that it is about; about an object of none, it is in "default".',
  mirrors: 'pkg/apis/core/validation/events.go: legacyValidateEvent',
  check(event, at, report) {
    const { namespace = '' } = event.metadata ?? {};
    // Who creates an event without a namespace chooses one.
    if (namespace === '') return;
    const [field, object] = namesOf(event).object;
    const { namespace: subject = '' } = object ?? {};
    const here = at.field(field).field('namespace');
    const isNew = event.eventTime !== undefined;
    const ofNone = isNew ? ['default', 'kube-system'] : ['default'];
    if (subject === '' && !ofNone.includes(namespace)) {
      report(here, 'is missing', `write "${namespace}", where the event is, or move it to "default"`);
    } else if (subject !== '' && subject !== namespace && !isNew) {
      report(here, `"${subject}" is not the namespace of the event`, `write "${namespace}", or move the event`);
    }
  },
};

const MIN_SERIES = 2;

export const eventSeries: FieldRule<'EventsEventSeries.count'> = {
  code: 'event-series',
  severity: 'error',
  fields: ['EventsEventSeries.count'],
  summary: 'A series of events has two or more.',
  mirrors: 'pkg/apis/core/validation/events.go: validateV1EventSeries',
  problem: (count) => (count < MIN_SERIES ? 'is no series: give 2 or more, or take the series away' : undefined),
};

const TYPES = ['Normal', 'Warning'];

export const eventType: Rule<'EventsEvent'> = {
  code: 'event-type',
  severity: 'error',
  on: 'EventsEvent',
  summary: 'An event is normal or a warning.',
  mirrors: 'pkg/apis/core/validation/events.go: ValidateEventCreate',
  check({ type = '' }, at, report) {
    if (type === '') report(at.field('type'), 'is missing', 'write "Normal" or "Warning"');
    else if (!TYPES.includes(type)) report(at.field('type'), `"${type}" is not a type`, 'write "Normal" or "Warning"');
  },
};

export const deprecatedEventField: Rule<'EventsEvent'> = {
  code: 'deprecated-event-field',
  severity: 'error',
  on: 'EventsEvent',
  summary: 'A new event has none of the fields of old ones, because eventTime and series say the same.',
  mirrors: 'pkg/apis/core/validation/events.go: ValidateEventCreate',
  check(event, at, report) {
    const { deprecatedCount = 0, deprecatedFirstTimestamp, deprecatedLastTimestamp, deprecatedSource = {} } = event;
    const given = {
      deprecatedCount: deprecatedCount !== 0,
      deprecatedFirstTimestamp: deprecatedFirstTimestamp !== undefined,
      deprecatedLastTimestamp: deprecatedLastTimestamp !== undefined,
      deprecatedSource: Object.values(deprecatedSource).some((text) => text !== ''),
    };
    for (const [field, isThere] of Object.entries(given)) {
      if (isThere) report(at.field(field), 'is of old events', 'take it away, or write the event as one of "v1"');
    }
  },
};
