package org.passerelle.steer.release;

import java.util.Locale;

/**
 * Whose persons a release counts. Releases of different populations are not compared: that somebody
 * is counted in one says nothing of whether they are counted in another.
 */
public enum Population {
  /** Persons of whom a case was opened in the period. */
  VICTIMS("Persons of whom a case was opened", "case records"),

  /** Persons who became suspects of an investigation in the period. */
  SUSPECTED("Persons who became suspects", "records of investigations"),

  /** Persons against whom a charge was brought in the period. */
  PROSECUTED("Persons against whom charges were brought", "records of investigations"),

  /** Persons whose conviction became final in the period. */
  CONVICTED("Persons whose conviction became final", "records of investigations");

  private final String title;
  private final String source;

  Population(String title, String source) {
    this.title = title;
    this.source = source;
  }

  /** As stored and declared. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that a code stands for. */
  public static Population of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Title for programs; pages have their own words. */
  String title() {
    return title;
  }

  /** Source for programs. */
  String source() {
    return source;
  }
}
