/** A department of the catalogue, named in both languages. */
export type Department = {
  id: number;
  code: string;
  name: string;
  short: string;
  nameEn: string;
  shortEn: string;
  /** False: kept for its past tasks, not offered for new ones. */
  active: boolean;
};
