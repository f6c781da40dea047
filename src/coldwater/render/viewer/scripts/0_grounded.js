// Which claims and arguments stand: the grounded evaluation, its reasons, and what decided what. It knows neither the
// map nor the page, only a framework of numbered nodes, compiled by Python. The definition is that of the modules
// grounded, labelling and deciding in semantics/; a test holds both to the same answers.

const [UNDECIDED, IN, OUT] = [0, 1, 2];
const [GRANTED, OPEN, NEEDS_SUPPORT, REJECTED] = [0, 1, 2, 3]; // what holds a node that nothing supports

// Give a framework to evaluate. Data: {nodes: how many, base, parts, pros, cons, steps, owners, grounds, groundNodes,
// lent, weights}, by node, where there are any. A pro is [node, to be in, not out]: the places among the cons up to which it puts
// its target in, or keeps it from being out; cons are sorted by force. Owners: whose step, ground or level a node is.
// Lent: what must be granted with a claim.
function readFramework({ nodes: count, base, parts, pros, cons, steps, owners, grounds, groundNodes, lent, weights }) {
  const byNode = (given, otherwise) => Array.from({ length: count }, (_, node) => (node in given ? given[node] : otherwise));
  const lists = () => Array.from({ length: count }, () => []);
  const framework = {
    count, base: byNode(base, GRANTED), parts: byNode(parts, []), pros: byNode(pros, []), cons: byNode(cons, []),
    steps: new Map(Object.entries(steps).map(([argument, step]) => [Number(argument), step])),
    owner: byNode(owners, null).map((owner, node) => owner ?? node), lent,
    grounds: new Map(Object.entries(grounds).map(([node, force]) => [Number(node), force])), groundNodes: new Set(groundNodes),
    weights: weights || null, partsOf: lists(), proOf: lists(), conOf: lists(),
  };
  for (let node = 0; node < count; node++) {
    for (const part of framework.parts[node]) framework.partsOf[part].push(node);
    for (const [pro, toBeIn] of framework.pros[node]) framework.proOf[pro].push([node, toBeIn]);
    framework.cons[node].forEach((con, place) => framework.conOf[con].push([node, place]));
  }
  return framework;
}

// Evaluate with some nodes rejected (they are out, whatever stands) and some claims granted (as if marked accepted).
function evaluate(framework, rejected, granted) {
  const base = framework.base.slice();
  for (const node of granted) for (const one of [node, ...(framework.lent[node] ?? [])]) base[one] = GRANTED;
  const labels = groundedLabels(framework, base, rejected);
  for (const node of rejected) base[node] = REJECTED;
  return { framework, base, labels, rejected: new Set(rejected) };
}

// A worklist of decided nodes. By claim or step: `best`, how far the cons that stand may reach for it still to be in,
// given the pros that are in; `hold`, the same for it not to be out, given the pros that are not out; `tops`, the place
// of the last con that is not out; `hits`, the place of the last con that is in; `next`, the first pro that is not out.
function groundedLabels(framework, base, rejected) {
  const { count, parts, pros, cons, partsOf, proOf, conOf } = framework;
  const labels = new Uint8Array(count);
  const waiting = [];
  const best = base.map((held) => (held === GRANTED ? 0 : -1));
  const floor = base.map((held) => (held === GRANTED || held === OPEN ? 0 : -1));
  const hold = pros.map((own, node) => Math.max(own.length ? own[0][2] : -1, floor[node]));
  const tops = cons.map((own) => own.length - 1);
  const hits = new Array(count).fill(-1);
  const next = new Array(count).fill(0);
  const missing = parts.map((own) => own.length);

  function decide(node, label) {
    if (labels[node]) return;
    labels[node] = label;
    waiting.push(node);
  }

  function stands(node) {
    for (const argument of partsOf[node]) if (!--missing[argument]) decide(argument, IN);
    for (const [target, toBeIn] of proOf[node]) {
      best[target] = Math.max(best[target], toBeIn);
      if (tops[target] < best[target]) decide(target, IN);
    }
    for (const [target, place] of conOf[node]) {
      hits[target] = Math.max(hits[target], place);
      if (hits[target] >= hold[target]) decide(target, OUT);
    }
  }

  function falls(node) {
    for (const argument of partsOf[node]) decide(argument, OUT);
    for (const [target] of proOf[node]) if (!labels[target]) losePro(target);
    for (const [target, place] of conOf[node]) if (!labels[target] && place === tops[target]) loseCon(target);
  }

  function losePro(target) {
    const own = pros[target];
    while (next[target] < own.length && labels[own[next[target]][0]] === OUT) next[target]++;
    hold[target] = Math.max(next[target] < own.length ? own[next[target]][2] : -1, floor[target]);
    if (hits[target] >= hold[target]) decide(target, OUT);
  }

  function loseCon(target) {
    while (tops[target] >= 0 && labels[cons[target][tops[target]]] === OUT) tops[target]--;
    if (tops[target] < best[target]) decide(target, IN);
  }

  base.forEach((held, node) => held === REJECTED && decide(node, OUT));
  for (const node of rejected) decide(node, OUT);
  for (let node = 0; node < count; node++) {
    if (!missing[node] && tops[node] < 0 && best[node] >= 0) decide(node, IN);
    else if (hold[node] < 0) decide(node, OUT);
  }
  while (waiting.length) {
    const node = waiting.pop();
    if (labels[node] === IN) stands(node);
    else falls(node);
  }
  return labels;
}

// --- why --------------------------------------------------------------------------------------------------------

function reasonOf(evaluation, node) {
  const { framework, labels, rejected } = evaluation;
  if (rejected.has(node)) return "set-aside";
  if (!framework.parts[node].length) return reasonOfStatement(evaluation, node);
  if (labels[node] === IN) return "stands";
  const step = framework.steps.get(node);
  const premises = framework.parts[node].filter((part) => part !== step).map((part) => labels[part]);
  if (labels[node] === OUT) return premises.includes(OUT) ? "premise-out" : "undercut";
  if (step === undefined || premises.includes(UNDECIDED)) return "depends";
  return reasonOfStatement(evaluation, step);
}

function reasonOfStatement(evaluation, node) {
  const { framework, labels, base } = evaluation;
  const pros = supporters(framework, node).map((pro) => labels[pro]);
  const cons = opponents(framework, node).map((con) => labels[con]);
  const hasGround = framework.grounds.has(node);
  if (base[node] === REJECTED) return "set-aside";
  if (labels[node] === IN) {
    if (cons.some((con) => con !== OUT)) return "outweighs";
    return pros.includes(IN) ? "supported" : hasGround ? "grounded" : "granted";
  }
  if (labels[node] === OUT) {
    if (!cons.includes(IN)) return "unsupported";
    return hasGround || pros.some((pro) => pro !== OUT) ? "outweighed" : "refuted";
  }
  if (couldStand(evaluation, node) || couldFall(evaluation, node)) return "depends";
  return cons.includes(IN) ? "tied" : "open";
}

// Those who speak for or against a claim or step, each once. What it stands on by itself is nobody's.
function owners(framework, nodes) {
  return [...new Set(nodes.filter((node) => !framework.groundNodes.has(node)).map((node) => framework.owner[node]))];
}
const supporters = (framework, node) => owners(framework, framework.pros[node].map(([pro]) => pro));
const opponents = (framework, node) => owners(framework, framework.cons[node]);

function lastCon({ framework, labels }, node, kinds) {
  for (let place = framework.cons[node].length - 1; place >= 0; place--) if (kinds.includes(labels[framework.cons[node][place]])) return place;
  return -1;
}

// Whether a claim or step would be in if all that is undecided around it turned out in its favour.
function couldStand(evaluation, node) {
  const { framework, labels, base } = evaluation;
  let reach = base[node] === GRANTED ? 0 : -1;
  for (const [pro, toBeIn] of framework.pros[node]) if (labels[pro] !== OUT) reach = Math.max(reach, toBeIn);
  return base[node] !== REJECTED && lastCon(evaluation, node, [IN]) < reach;
}

// Whether it would be out if all that is undecided around it turned out against it.
function couldFall(evaluation, node) {
  const { framework, labels, base } = evaluation;
  let reach = base[node] === GRANTED || base[node] === OPEN ? 0 : -1;
  for (const [pro, , notOut] of framework.pros[node]) if (labels[pro] === IN) reach = Math.max(reach, notOut);
  return base[node] === REJECTED || lastCon(evaluation, node, [IN, UNDECIDED]) >= reach;
}

// --- what decided it ----------------------------------------------------------------------------------------------

// The claims and arguments that carried the verdict on a node: premises, pros, cons, as the framework has them.
function decidersOf(evaluation, node) {
  const { framework, labels, rejected } = evaluation;
  if (rejected.has(node)) return [];
  if (!framework.parts[node].length) return decidersOfStatement(evaluation, node);
  const step = framework.steps.get(node);
  const premises = framework.parts[node].filter((part) => part !== step && labels[part] === labels[node]);
  if (labels[node] === OUT && premises.length) return premises;
  return step !== undefined && labels[step] === labels[node] ? premises.concat(decidersOfStatement(evaluation, step)) : premises;
}

function decidersOfStatement(evaluation, node) {
  const { framework, labels } = evaluation;
  const pros = framework.pros[node], cons = framework.cons[node];
  const standing = pros.filter(([pro]) => labels[pro] === IN);
  const least = standing.reduce((most, [, toBeIn]) => Math.max(most, toBeIn), 0);
  const nodesOf = (some) => owners(framework, some.map(([pro]) => pro));
  switch (reasonOfStatement(evaluation, node)) {
    case "supported": case "outweighs": {
      const top = lastCon(evaluation, node, [IN, UNDECIDED]);
      return nodesOf(standing.filter(([, toBeIn]) => top < toBeIn));
    }
    case "refuted": case "outweighed": {
      const hold = pros.reduce((most, [pro, , notOut]) => (labels[pro] === OUT ? most : Math.max(most, notOut)), 0);
      return owners(framework, cons.filter((con, place) => labels[con] === IN && place >= hold));
    }
    case "unsupported": return nodesOf(pros);
    case "tied": return nodesOf(standing.filter(([, toBeIn, notOut]) => toBeIn === standing[0][1] && notOut === standing[0][2]))
      .concat(owners(framework, cons.filter((con, place) => labels[con] === IN && place >= least)));
    case "depends": return [...nodesOf(pros), ...opponents(framework, node)].filter((one) => labels[one] === UNDECIDED);
    default: return [];
  }
}

// By node what carried the verdict on it, from a root down: only what the root's verdict came from.
function waysFrom(evaluation, ...roots) {
  const ways = new Map();
  const waiting = [...roots];
  while (waiting.length) {
    const node = waiting.pop();
    if (ways.has(node)) continue;
    ways.set(node, new Set(decidersOf(evaluation, node)));
    for (const decider of ways.get(node)) waiting.push(decider);
  }
  return ways;
}
