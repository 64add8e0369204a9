package org.passerelle.protect.casework.screening;

/** Reasons for a result; each has a text in the language files. */
public enum Reason {
  MINOR,
  MINOR_NOT_SURE,
  MINOR_NOT_ANSWERED,
  MINOR_BY_ESTIMATE,
  MINOR_THEN,
  MINOR_THEN_NOT_SURE,
  ALL_PRESENT,
  ALL_PRESENT_FOR_A_MINOR,
  DIMENSIONS_WEIGHED,
  NOT_SCORED,
  ACT_MISSING,
  MEANS_MISSING,
  PURPOSE_MISSING,
  SIGNS_ALONE,
  SMUGGLING_DOES_NOT_EXCLUDE,
  FORCED_CRIMINALITY,
  PROVES_NOTHING
}
