import { addMonths, type CivilMonth, civilMonth } from "#lib/core/dates.ts";
import { readRows } from "./data.ts";
import {
  ACTIVITY,
  DISBURSED,
  EXACT,
  IN_STEP,
  INVESTMENT_PLAN,
  RATIOS,
  SEASONS,
  SHARES_OF,
  STOCKS,
  SUMS,
} from "./indicatorShapes.ts";
import { monthFiguresOf } from "./monthFigures.ts";
import { type Random, randomOf } from "./random.ts";
import type { Register } from "./register.ts";
import type { Reference } from "./sketch.ts";

/** The month whose values are real. */
export const REPORTED_MONTH: CivilMonth = civilMonth("2026-04");

type Reported = {
  value: number;
  decimals: number;
  numerator: number | null;
  denominator: number | null;
  cumulative: boolean;
};

type SheetEntry = {
  state: "REPORTED" | "NOTHING_AROSE";
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  cumulative: boolean;
};

const monthsBetween = (from: CivilMonth, to: CivilMonth) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5)) -
  Number(from.slice(5));

/** Every indicator in every month: April 2026 as reported, the others made up around it. */
export class IndicatorSheet {
  readonly #reported: ReadonlyMap<string, Reported>;
  readonly #counted: (month: CivilMonth) => ReadonlyMap<string, number>;
  readonly #values = new Map<string, number | null>();

  constructor(register: Register, reference: Reference) {
    this.#counted = monthFiguresOf(register, reference);
    this.#reported = new Map(
      readRows("indicator_values.csv").map((row) => [
        row.text("code"),
        {
          value: Number(row.text("value")),
          decimals: row.text("value").split(".")[1]?.length ?? 0,
          numerator: row.number("numerator"),
          denominator: row.number("denominator"),
          cumulative: row.text("cumulative") === "true",
        },
      ]),
    );
  }

  /** Whether an indicator is counted from the register itself. */
  static isCounted(code: string): boolean {
    return code.startsWith("NV_") || code === "TY_LE_NV_TP_HOAN_THANH";
  }

  /** What was entered for a month; null when the indicator is not known. */
  entryOf(code: string, month: CivilMonth): SheetEntry | null {
    const reported = this.#reported.get(code);
    if (!reported) return null;
    const { cumulative } = reported;
    if (month === REPORTED_MONTH) {
      const { numerator, denominator } = reported;
      const value = numerator !== null && denominator ? (numerator / denominator) * 100 : null;
      return { ...reportedParts(reported), state: "REPORTED", value: value ?? reported.value };
    }
    const parts = this.#partsOf(code, month);
    if (parts) {
      const [numerator, denominator] = parts;
      if (numerator === null || !denominator) return nothing(cumulative);
      const value = (numerator / denominator) * 100;
      return { state: "REPORTED", value, numerator, denominator, cumulative };
    }
    const value = this.#valueOf(code, month);
    if (value === null) return nothing(cumulative);
    return { state: "REPORTED", value, numerator: null, denominator: null, cumulative };
  }

  /** Numerator and denominator of a percentage; null for what is none. */
  #partsOf(code: string, month: CivilMonth): readonly [number | null, number | null] | null {
    const ratio = RATIOS[code];
    if (ratio) return [this.#valueOf(ratio[0], month), this.#valueOf(ratio[1], month)];
    if (code === "TY_LE_GIAI_NGAN_DTC") {
      return [this.#valueOf("GIAI_NGAN_DTC", month), planOf(month)];
    }
    const whole = SHARES_OF[code];
    if (!whole) return null;
    const [share, base] = [this.#valueOf(code, month), this.#valueOf(whole, month)];
    return [share === null || base === null ? null : Math.round((share / 100) * base), base];
  }

  /** The figure of a month; null when nothing arose. */
  #valueOf(code: string, month: CivilMonth): number | null {
    const key = `${code}/${month}`;
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const reported = this.#reported.get(code);
    const value =
      reported && month === REPORTED_MONTH ? reported.value : this.#madeUp(code, month, reported);
    this.#values.set(key, value);
    return value;
  }

  #madeUp(code: string, month: CivilMonth, reported: Reported | undefined): number | null {
    const random = randomOf(`indicator/${code}/${month}`);
    const monthOfYear = Number(month.slice(5));
    if (IndicatorSheet.isCounted(code)) return this.#counted(month).get(code) ?? 0;
    if (SEASONS[code] && !SEASONS[code].includes(monthOfYear)) return null;
    const sum = SUMS[code];
    if (sum) {
      return sum.reduce((total, part) => {
        const value = this.#valueOf(part.replace("-", ""), month) ?? 0;
        return part.startsWith("-") ? total - value : total + value;
      }, 0);
    }
    if (!reported) throw new Error(`Nothing is known of ${code}`);
    const stock = STOCKS[code];
    const offset = monthsBetween(REPORTED_MONTH, month);
    if (stock) return Math.min(Math.round(reported.value + stock.growth * offset), stock.most);
    switch (code) {
      case "NHAN_KHAU_VAO_HO":
        return this.#valueOf("HS_SUC_KHOE_LAM_SACH", month);
      case "HS_TTHC_CHUYEN_KY":
        return this.#valueOf("HS_TTHC_DANG_XU_LY", addMonths(month, -1));
      case "HS_TTHC_DANG_XU_LY":
        // What April carried over is what March had left.
        return month === addMonths(REPORTED_MONTH, -1)
          ? (this.#reported.get("HS_TTHC_CHUYEN_KY")?.value ?? 0)
          : Math.round(reported.value * (0.75 + 0.4 * random.next()));
      case "IHANOI_TIEP_NHAN": {
        const since = month < "2026" ? monthOfYear - 6 : monthOfYear;
        return since * 6 + (monthOfYear % 3) - 1;
      }
      case "IHANOI_DANG_XU_LY":
        return Math.min(
          3 + ((monthOfYear * 3) % 5),
          Math.floor((this.#valueOf("IHANOI_TIEP_NHAN", month) ?? 0) / 2),
        );
      case "TY_LE_GIAI_NGAN_DTC":
        return DISBURSED[monthOfYear - 1] ?? null;
      case "GIAI_NGAN_DTC": {
        return round(((DISBURSED[monthOfYear - 1] ?? 0) / 100) * planOf(month), 3);
      }
    }
    const whole = IN_STEP[code];
    if (whole) return this.#inStep(code, whole, month, reported, random);
    return plainValue(code, reported, monthOfYear, random);
  }

  #inStep(
    code: string,
    whole: string,
    month: CivilMonth,
    { value, decimals }: Reported,
    random: Random,
  ): number | null {
    const base = this.#valueOf(whole, month);
    if (base === null || base === 0) return null;
    const share = value / (this.#reported.get(whole)?.value ?? 1);
    const jitter = EXACT.includes(code) ? 1 : 0.9 + 0.2 * random.next();
    const stepped = round(base * share * jitter, decimals);
    return share < 1 && decimals === 0 ? Math.min(stepped, base) : stepped;
  }
}

function reportedParts({ numerator, denominator, cumulative }: Reported) {
  return { numerator, denominator, cumulative };
}

const nothing = (cumulative: boolean): SheetEntry => ({
  state: "NOTHING_AROSE",
  value: null,
  numerator: null,
  denominator: null,
  cumulative,
});

/** The investment plan of a month's year, in billions of đồng. */
function planOf(month: CivilMonth): number {
  return month < "2026" ? round(0.86 * INVESTMENT_PLAN, 3) : INVESTMENT_PLAN;
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** A figure that stands by itself, around April's. */
function plainValue(
  code: string,
  { value, decimals }: Reported,
  monthOfYear: number,
  random: Random,
): number | null {
  if (code.startsWith("TY_LE_")) return random.chance(0.8) ? 100 : round(97 + 3 * random.next(), 1);
  if (value === 0) return random.chance(0.15) ? 1 : random.chance(0.5) ? 0 : null;
  if (value <= 3 && decimals === 0) {
    const few = random.integer(0, value * 2 + 1);
    return few === 0 && random.chance(0.6) ? null : few;
  }
  const activity = ACTIVITY[monthOfYear - 1] ?? 1;
  const spread = value < 20 ? 0.5 : value < 100 ? 0.25 : 0.12;
  const varied = value * activity * (1 - spread + 2 * spread * random.next());
  return round(varied, decimals);
}
