import classes from "./plate.module.css";

const CENTRE = 300;

/** A point on a circle around the plate's centre, as SVG writes it. */
function point(radius: number, turn: number): string {
  const angle = turn * 2 * Math.PI;
  const x = CENTRE + radius * Math.cos(angle);
  const y = CENTRE + radius * Math.sin(angle);
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** A ring of petals from one radius to another, each pointing outwards. */
function petals(count: number, inner: number, outer: number, shift = 0): string {
  const middle = inner + (outer - inner) * 0.62;
  return Array.from({ length: count }, (_, index) => {
    const from = (index + shift) / count;
    const to = (index + 1 + shift) / count;
    const tip = (from + to) / 2;
    return `M${point(inner, from)}Q${point(middle, from)} ${point(outer, tip)}Q${point(middle, to)} ${point(inner, to)}`;
  }).join("");
}

/** A band of waves along a circle, as brushes draw them under the rim. */
function waves(count: number, radius: number, height: number): string {
  return Array.from({ length: count }, (_, index) => {
    const from = index / count;
    const to = (index + 1) / count;
    const rise = point(radius + height, from + 0.25 / count);
    const fall = point(radius - height, from + 0.75 / count);
    return `${index === 0 ? `M${point(radius, from)}` : ""}Q${rise} ${point(radius, (from + to) / 2)}Q${fall} ${point(radius, to)}`;
  }).join("");
}

const RINGS = [292, 284, 238, 231, 150, 145, 62];

/** A plate of the village, cobalt on white glaze: an ornament and nothing more. */
export function Plate() {
  return (
    <svg viewBox="0 0 600 600" className={classes.plate} aria-hidden="true" focusable="false">
      {RINGS.map((radius) => (
        <circle key={radius} cx={CENTRE} cy={CENTRE} r={radius} />
      ))}
      <path d={waves(36, 261, 13)} />
      <path d={waves(36, 261, 5)} />
      <path d={petals(24, 158, 224)} className={classes.filled} />
      <path d={petals(24, 158, 204, 0.5)} />
      <path d={petals(12, 66, 138)} className={classes.filled} />
      <path d={petals(12, 66, 112)} />
      <path d={petals(12, 66, 124, 0.5)} />
      <path d={petals(8, 14, 54)} className={classes.filled} />
      <circle cx={CENTRE} cy={CENTRE} r={9} className={classes.heart} />
    </svg>
  );
}
