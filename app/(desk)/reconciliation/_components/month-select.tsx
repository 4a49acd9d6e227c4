"use client";

/** A month of the register; choosing one goes there. */
export function MonthSelect({
  month,
  months,
  label,
}: {
  month: string;
  months: readonly { value: string; label: string }[];
  label: string;
}) {
  return (
    <select
      name="month"
      aria-label={label}
      defaultValue={month}
      onChange={(event) => event.currentTarget.form?.requestSubmit()}
    >
      {months.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
