/** Under which licences a dump may be used: the words of its manifest and README. */
export const dumpLicence =
  'Items, reviews and lists are their authors’: each row says its own licence (SPDX identifier, in “licence”) and whom to credit (handle, in “by”; null is a former member). An earlier wording is under the licence of its review, what is on a list with its notes under the list’s. An item under ODbL-1.0 was taken from OpenStreetMap: “attribution” says whom to name. Handles, tags, counts and this file are facts, given under CC0-1.0.';
