const MOST_ANSWERS = 10_000;

/**
 * The same pure function of a text, with each answer computed once: a platform asks about the same few images, quantities, schedules and
 * time zones thousands of times.
 *
 * @example
 * const length = remember((text) => text.length);
 * length('orders'); // 6
 */
export function remember<Answer>(compute: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    // Undefined is an answer too: to many questions it means that nothing is wrong.
    if (answers.has(text)) return answers.get(text) as Answer;
    const answer = compute(text);
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
