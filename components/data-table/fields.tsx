import { useId } from "react";
import classes from "./filter-form.module.css";

export type Option = { value: string; label: string };

/** One of several values, or any. */
export function SelectField({
  name,
  label,
  value,
  any,
  options,
}: {
  name: string;
  label: string;
  value: string | undefined;
  /** What leaving it open is called; without it one value always stands. */
  any?: string;
  options: readonly Option[];
}) {
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      {/* The key makes it follow the address, which other links change too. */}
      <select
        id={id}
        key={value ?? ""}
        name={name}
        className={classes.input}
        defaultValue={value ?? ""}
      >
        {any !== undefined && <option value="">{any}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Any number of values; none means all. */
export function ChoicesField({
  name,
  label,
  values,
  options,
}: {
  name: string;
  label: string;
  values: readonly string[];
  options: readonly Option[];
}) {
  return (
    <fieldset className={classes.choices}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={`${option.value} ${values.includes(option.value)}`}>
          <input
            type="checkbox"
            name={name}
            value={option.value}
            defaultChecked={values.includes(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
