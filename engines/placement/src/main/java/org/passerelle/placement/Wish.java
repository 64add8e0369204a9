package org.passerelle.placement;

/** Preferences in order of priority: a later one never costs anything of an earlier one. */
public enum Wish {
  /** Children who need a place tonight get one. */
  TONIGHT,
  /** As many children as possible get one. */
  ALL,
  /** Children who need one within days. */
  SOON,
  /** One of the child's languages is spoken there. */
  LANGUAGE,
  /** Desirable services and training. */
  NEEDS,
  /** The place confirmed its vacancies within a day. */
  CONFIRMED
}
