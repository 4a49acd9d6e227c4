/** A class by which late tasks are counted (lĩnh vực theo dõi), named in both languages. */
export type Field = {
  id: number;
  code: string;
  name: string;
  short: string;
  nameEn: string;
  shortEn: string;
  /** False: kept for its past tasks, not offered for new ones. */
  active: boolean;
};

/** An area of work (mảng công tác), named in both languages. */
export type Sector = { id: number; code: string; name: string; nameEn: string };
