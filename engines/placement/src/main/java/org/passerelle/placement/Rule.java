package org.passerelle.placement;

/** Hard rules, in the order of presentation. */
public enum Rule {
  /** No more children than beds. */
  CAPACITY,
  /** The place accepts girls, boys, or both. */
  SEX,
  /** The place accepts every age that is possible for the child. */
  AGE,
  /** The place meets the child's accessibility requirements. */
  ACCESS,
  /** A child to be moved goes to another house. */
  MOVE,
  /** Outside every zone; a zone that cannot be evaluated counts as not outside. */
  ZONE,
  /** Children in conflict live apart. */
  APART,
  /** Siblings live together, unless that is unsafe. */
  TOGETHER
}
