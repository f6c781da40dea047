// With which force claims and arguments stand, and what speaks on either side of something. The definition is that of the
// modules forces and resting in semantics/; a test holds both to the same numbers.

// Give by node the force with which each claim and argument that stands does so, in 0..1; 0 for all others. Forces are the
// least numbers that will do: they rise from 0, in a circle from its floor, until nothing rises any more. With isAtMost
// all is taken to stand that does not fall.
function forcesOf(evaluation, isAtMost = false) {
  const { framework, labels, base } = evaluation;
  const own = (node) => framework.owner[node] === node;
  const stands = (node) => (isAtMost ? labels[node] !== OUT : labels[node] === IN);
  const forces = new Array(framework.count).fill(0);
  if (!framework.weights || framework.weights.isFlat) return forces.map((_, node) => (own(node) && stands(node) ? 1 : 0));
  const { lastLink, credences, strengths, floors } = framework.weights;
  const target = new Map(); // by argument the claim that it speaks for
  const waiting = [];

  function rise(node, force) {
    if (force <= forces[node]) return;
    forces[node] = force;
    waiting.push(node);
  }

  function ofArgument(node) {
    const strength = strengths[node] ?? 1;
    if (lastLink) return strength;
    const step = framework.steps.get(node);
    return framework.parts[node].reduce((least, part) => (part === step ? least : Math.min(least, forces[part])), strength);
  }

  function ofClaim(node) {
    const isGranted = base[node] === GRANTED || !supporters(framework, node).some(stands);
    return framework.grounds.get(node) ?? (isGranted ? credences[node] ?? 1 : 0);
  }

  for (let node = 0; node < framework.count; node++) {
    if (!own(node) || !stands(node)) continue;
    const isArgument = framework.parts[node].length > 0;
    if (!isArgument) for (const pro of supporters(framework, node)) target.set(pro, node);
    rise(node, Math.max(floors[node] ?? 0, isArgument ? ofArgument(node) : ofClaim(node)));
  }
  while (waiting.length) {
    const node = waiting.pop();
    if (target.has(node)) rise(target.get(node), forces[node]);
    for (const argument of framework.partsOf[node]) if (own(argument) && stands(argument)) rise(argument, ofArgument(argument));
  }
  return forces;
}

// The force of what stands for or against something: none of a claim that is merely granted.
function forceOf(evaluation, node) {
  const { framework, labels } = evaluation;
  const isFirm = framework.parts[node].length > 0 || framework.grounds.has(node)
    || supporters(framework, node).some((pro) => labels[pro] === IN);
  return isFirm ? evaluation.forces[node] : 0;
}

// The greatest force with which something undecided could speak: none of a claim that would be granted at most.
function couldHave(evaluation, node) {
  const { framework, labels } = evaluation;
  if (!evaluation.atMost) evaluation.atMost = forcesOf(evaluation, true);
  const isFirm = framework.parts[node].length > 0 || framework.grounds.has(node)
    || supporters(framework, node).some((pro) => labels[pro] !== OUT);
  return isFirm ? evaluation.atMost[node] : 0;
}

const greatest = (numbers) => (numbers.length ? numbers.reduce((most, one) => Math.max(most, one)) : null);

// What speaks for a claim, or for an argument's step, and against it: on each side how many stand and are undecided, of how
// many, with what force at most (null if none is); its ground, if it has one with a force (else null); whether numbers
// count there.
function spokenOf(evaluation, node) {
  const { framework, labels } = evaluation;
  if (!evaluation.forces) evaluation.forces = forcesOf(evaluation);
  const about = framework.steps.get(node) ?? node;
  const [pros, cons] = [supporters, opponents].map((side) => {
    const all = side(framework, about);
    const standing = all.filter((one) => labels[one] === IN);
    const undecided = all.filter((one) => labels[one] === UNDECIDED);
    return {
      standing: standing.length, undecided: undecided.length, number: all.length,
      force: greatest(standing.map((one) => forceOf(evaluation, one))), mayHave: greatest(undecided.map((one) => couldHave(evaluation, one))),
    };
  });
  const ground = framework.grounds.get(about) ?? null;
  const own = ground === null ? pros.force : Math.max(pros.force ?? 0, ground);
  const sides = [[own, pros.mayHave], [cons.force, cons.mayHave]].map((side) => side.filter((force) => force !== null));
  return { pros, cons, ground, isWeighed: sides.every((side) => side.length > 0) && Math.min(...sides.flat()) < 1 };
}

// The force of the strongest on both sides of a tie if it was written down, else null.
function equalForce(evaluation, node) {
  const { framework } = evaluation;
  if (!evaluation.forces) evaluation.forces = forcesOf(evaluation);
  const about = framework.steps.get(node) ?? node;
  const strongest = opponents(framework, about).reduce((most, con) => Math.max(most, evaluation.forces[con]), 0);
  if (strongest < 1) return strongest;
  const strengths = framework.weights ? framework.weights.strengths : {};
  const isStated = (one) => evaluation.forces[one] !== 1 || (framework.parts[one].length > 0 && strengths[one] !== undefined);
  return [...supporters(framework, about), ...opponents(framework, about)].every(isStated) ? 1 : null;
}
