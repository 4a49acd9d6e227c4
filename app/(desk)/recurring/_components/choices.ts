/** What can be chosen in the form. */
export type Choice = { value: string; label: string };
export type Choices = {
  departments: readonly Choice[];
  /** Those that the person plans for. */
  leadDepartments: readonly Choice[];
  fields: readonly Choice[];
  sectors: readonly Choice[];
  leaders: readonly Choice[];
};
