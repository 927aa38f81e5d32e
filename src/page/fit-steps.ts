import type { FitStep, OptionalPart } from '../model/paper.js';
import type { Thread } from './thread.js';

/**
 * The fit steps of a paper that one story may take: those that the article and every slot of its thread allow, without
 * what the story does not have.
 */
export function fitSteps(steps: readonly FitStep[], thread: Thread): FitStep[] {
  const choices = [thread.story.source.fit, ...thread.places.map((place) => place.slot.fit)];
  return steps
    .filter(({ type }) => choices.every((choice) => choice === undefined || choice.includes(type)))
    .flatMap((step): readonly FitStep[] => {
      if (step.type !== 'drop') return [step];
      const optional = step.optional.filter((part) => hasPart(thread, part));
      return optional.length > 0 ? [{ ...step, optional }] : [];
    });
}

function hasPart({ story, places }: Thread, part: OptionalPart): boolean {
  switch (part) {
    case 'deck':
      return story.deck.length > 0;
    case 'pullquote':
      return story.pullquotes.length > 0 && places.some(({ slot }) => slot.pullquote !== undefined);
  }
}
