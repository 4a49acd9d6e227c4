/** A department as the forms offer it, named in the person's language. */
export type DepartmentChoice = { code: string; name: string; active: boolean };
