import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../src/host/inflate.js';
import type { Inflate } from '../../src/model/preflight.js';
import { RULES, type RuleCode } from '../../src/preflight/rules.js';
import { FAULTS } from './fault-collection.js';
import { findingsIn, rulesBrokenBy } from './judge.js';
import { AT, profileHeader, SOUND_CONTENT, soundDraft } from './pdf-draft.js';

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

describe('a profile that content names again and again', () => {
  const painted = (times: number) =>
    soundDraft()
      .stream(AT.profile, '/N 4 /Filter /FlateDecode', deflateSync(profileHeader()))
      .resources('/ColorSpace << /S [/ICCBased 8 0 R] >>')
      .content(SOUND_CONTENT + 'q /Off gs /S cs 0 1 0 0 scn 20 100 10 10 re f Q\n'.repeat(times));

  const unpacksFor = async (times: number): Promise<number> => {
    let unpacked = 0;
    const counting: Inflate = (packed, mostBytes) => {
      unpacked += 1;
      return inflate(packed, mostBytes);
    };
    const [finding] = await findingsIn(painted(times), { tools: { inflate: counting } });
    expect(finding).toMatchObject({ rule: 'icc-color', times });
    return unpacked;
  };

  it('is unpacked no more often than one that is named once', async () => {
    expect(await unpacksFor(50)).toBe(await unpacksFor(1));
  });
});
