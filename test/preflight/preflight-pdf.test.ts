import { describe, expect, it } from 'vitest';
import { RULES, type RuleCode } from '../../src/preflight/rules.js';
import { FAULTS } from './fault-collection.js';
import { findingsIn, rulesBrokenBy } from './judge.js';
import { soundDraft } from './pdf-draft.js';

describe('the fault collection', () => {
  it('begins with a file that has nothing wrong', async () => {
    expect(await findingsIn(soundDraft())).toEqual([]);
  });

  it.each(FAULTS)('finds $rule: $name', async ({ rule, broken, options }) => {
    expect(await rulesBrokenBy(broken, options)).toEqual([rule]);
  });

  it.each(FAULTS.filter(({ options }) => options?.rules === undefined))(
    'finds nothing in the twin of $rule: $name',
    async ({ sound, options }) => {
      expect(await findingsIn(sound, options)).toEqual([]);
    },
  );

  it('has a file for every rule', () => {
    const covered = new Set(FAULTS.map(({ rule }) => rule));
    expect((Object.keys(RULES) as RuleCode[]).filter((rule) => !covered.has(rule))).toEqual([]);
  });
});
