/** How many saves stand in one list of a person's, of a tag's also by year of saving; written by the projector. */
export type ShelfStanding = {
  public: number;
  private: number;
  years?: Record<string, number>;
  privateYears?: Record<string, number>;
};

/** How many saved an item in public, by month `YYYY-MM`; written by the projector. */
export type SaversStanding = { months: Record<string, number> };
