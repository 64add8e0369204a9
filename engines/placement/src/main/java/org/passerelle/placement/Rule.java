package org.passerelle.placement;

/** What is never broken, in the order in which it is told. */
public enum Rule {
  /** No more children than beds. */
  CAPACITY,
  /** The place takes girls, boys, or both. */
  SEX,
  /** The place takes this age, whatever it turns out to be within what is known. */
  AGE,
  /** Somebody can get in and live there. */
  ACCESS,
  /** Whoever is to be moved goes to another house. */
  MOVE,
  /** Outside every zone; a zone that cannot be judged counts as not outside. */
  ZONE,
  /** Those in conflict live apart. */
  APART,
  /** Brothers and sisters live together, unless that is unsafe. */
  TOGETHER
}
