/** The radar, on request: per domain the share of the scale's upper half among the answered items. */

import { share } from "../../client/scoring";
import type { DomainDistribution, Scores } from "../../client/scoring";
import type { Context } from "./context";
import { picture, svg } from "./svg";

const WIDTH = 880;
const HEIGHT = 520;
const RADIUS = 190;
const RINGS = [25, 50, 75, 100];

interface Spoke {
  readonly title: string;
  readonly share: number | null;
  readonly angle: number;
}

export function renderRadar({ words }: Context, { domains }: Scores): SVGElement {
  const spokes = domains.map((domain, index): Spoke => {
    return { title: `${index + 1} ${domain.title}`, share: upperShare(domain), angle: (index / domains.length) * 2 * Math.PI };
  });
  const list = spokes.map(({ title, share: percent }) => {
    return percent === null ? words.say("radar.none", { title }) : words.say("radar.point", { title, share: percent });
  });
  const label = words.say("radar.alt", { list: list.join("、") });
  const scale = RINGS.map((ring) => {
    const place = { x: WIDTH / 2 + 4, y: HEIGHT / 2 - (ring / 100) * RADIUS - 3, class: "sc-radar__scale" };
    return svg("text", place, words.say("radar.percent", { share: ring }));
  });
  const frame = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "sc-radar-svg" };
  return picture(label, frame, ...web(spokes), ...shape(spokes), ...scale, ...labels(spokes));
}

function upperShare(domain: DomainDistribution): number | null {
  const upper = domain.levels.slice(0, Math.floor(domain.levels.length / 2));
  return share(upper.reduce((sum, level) => sum + level.count, 0), domain.answered);
}

function at(angle: number, percent: number): { readonly x: number; readonly y: number } {
  const length = (percent / 100) * RADIUS;
  return { x: round(WIDTH / 2 + Math.sin(angle) * length), y: round(HEIGHT / 2 - Math.cos(angle) * length) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function points(spokes: readonly Spoke[], percentOf: (spoke: Spoke) => number): string {
  return spokes.map((spoke) => Object.values(at(spoke.angle, percentOf(spoke))).join(",")).join(" ");
}

function web(spokes: readonly Spoke[]): readonly SVGElement[] {
  const rings = RINGS.map((ring) => svg("polygon", { points: points(spokes, () => ring), class: "sc-radar__ring" }));
  const lines = spokes.map(({ angle }) => {
    const end = at(angle, 100);
    return svg("line", { x1: WIDTH / 2, y1: HEIGHT / 2, x2: end.x, y2: end.y, class: "sc-radar__ring" });
  });
  return [...rings, ...lines];
}

/** A wedge between each two neighbours that have an answer: a gap is no zero, and nothing is drawn across it. */
function shape(spokes: readonly Spoke[]): readonly SVGElement[] {
  const ends = spokes.map((spoke) => (spoke.share === null ? null : at(spoke.angle, spoke.share)));
  const wedges = ends.flatMap((end, index) => {
    const next = ends[(index + 1) % ends.length];
    if (!end || !next || ends.length < 2) return [];
    const wedge = `${WIDTH / 2},${HEIGHT / 2} ${end.x},${end.y} ${next.x},${next.y}`;
    const edge = { x1: end.x, y1: end.y, x2: next.x, y2: next.y, class: "sc-radar__edge" };
    return [svg("polygon", { points: wedge, class: "sc-radar__area" }), svg("line", edge)];
  });
  const dots = ends.flatMap((end) => (end ? [svg("circle", { cx: end.x, cy: end.y, r: 5, class: "sc-radar__dot" })] : []));
  return [...wedges, ...dots];
}

function labels(spokes: readonly Spoke[]): readonly SVGElement[] {
  return spokes.map(({ title, angle }) => {
    const { x, y } = at(angle, 112);
    const side = Math.sin(angle);
    const anchor = Math.abs(side) < 0.2 ? "middle" : side > 0 ? "start" : "end";
    return svg("text", { x, y: y + 5, "text-anchor": anchor, class: "sc-radar__label" }, title);
  });
}
