package org.passerelle.placement;

/** What is wished for, the most important first: a later one never costs anything of an earlier. */
public enum Wish {
  /** Whoever needs a place tonight has one. */
  TONIGHT,
  /** As many as possible have one. */
  ALL,
  /** Whoever needs one within days. */
  SOON,
  /** A language of theirs is spoken there. */
  LANGUAGE,
  /** Services and training that would be good for them. */
  NEEDS,
  /** The place has said within a day how many beds are free. */
  CONFIRMED
}
