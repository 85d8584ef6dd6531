/**
 * A decision in small questions. The questions, answers and reasons are data (data/guidelines/tools/,
 * written to the page by macros/tool_data.py); here is only the way through them.
 */

export interface GuidePoint {
  readonly text: string;
  /** "source": rests on the sources named; "ours": our own rule of thumb. */
  readonly basis: "source" | "ours";
  readonly sources: readonly string[];
}

export interface GuideChoice {
  readonly id: string;
  readonly text: string;
  readonly to: string;
  readonly level: string;
  readonly term: string;
  readonly reasons: readonly GuidePoint[];
  readonly todo: readonly GuidePoint[];
}

export interface GuideQuestion {
  readonly id: string;
  readonly title: string;
  readonly choices: readonly GuideChoice[];
}

export interface GuideOutcome {
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly points: readonly GuidePoint[];
  readonly todo: readonly GuidePoint[];
  readonly record: readonly GuidePoint[];
}

export interface Guide {
  readonly id: string;
  readonly title: string;
  readonly cautions: readonly GuidePoint[];
  readonly questions: readonly GuideQuestion[];
  readonly outcomes: readonly GuideOutcome[];
  /** Words for the level and the term of a choice, and for the basis of a point. */
  readonly levels: Readonly<Record<string, string>>;
  readonly terms: Readonly<Record<string, string>>;
  readonly bases: Readonly<Record<string, string>>;
}

/** Question id → choice id. Answers to questions that are not on the way are kept, and do not count. */
export type GuideAnswers = Readonly<Record<string, string>>;

export interface Step {
  readonly question: GuideQuestion;
  readonly choice: GuideChoice;
}

export interface Walk {
  readonly steps: readonly Step[];
  /** The question to answer next; null at the end. */
  readonly open: GuideQuestion | null;
  readonly outcome: GuideOutcome | null;
  /** What the answers on the way have settled; "" where they have not. The last one counts. */
  readonly level: string;
  readonly term: string;
  readonly reasons: readonly GuidePoint[];
  /** What to do: of the outcome first, then of the answers. */
  readonly todo: readonly GuidePoint[];
}

/** Follows the answers from the first question as far as they lead. */
export function walk(guide: Guide, answers: GuideAnswers): Walk {
  const steps: Step[] = [];
  let at = guide.questions[0]?.id ?? "";
  // A question comes once at most, so the way is never longer than the list: no data can make it endless.
  while (steps.length <= guide.questions.length) {
    const question = guide.questions.find(({ id }) => id === at);
    const choice = question?.choices.find(({ id }) => id === answers[question.id]);
    if (!question || !choice) return summed(steps, question ?? null, guide.outcomes.find(({ id }) => id === at) ?? null);
    steps.push({ question, choice });
    at = choice.to;
  }
  return summed(steps, null, null);
}

function summed(steps: readonly Step[], open: GuideQuestion | null, outcome: GuideOutcome | null): Walk {
  const choices = steps.map(({ choice }) => choice);
  return {
    steps,
    open,
    outcome,
    level: choices.map(({ level }) => level).filter(Boolean).at(-1) ?? "",
    term: choices.map(({ term }) => term).filter(Boolean).at(-1) ?? "",
    reasons: choices.flatMap(({ reasons }) => reasons),
    todo: [...(outcome?.todo ?? []), ...choices.flatMap(({ todo }) => todo)],
  };
}

/** A point as a line of text, with its place in the sources or the word that it is ours. */
export function pointLine(point: GuidePoint, guide: Guide): string {
  const from = point.basis === "source" ? `出典：${point.sources.join("／")}` : (guide.bases["ours"] ?? "");
  return `${point.text}（${from}）`;
}
