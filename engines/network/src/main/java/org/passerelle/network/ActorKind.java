package org.passerelle.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an actor of a network is. */
public enum ActorKind {
  PERSON,
  FAMILY,
  ORGANISATION,
  PHONE,
  /** A name under which somebody appears on a service. */
  ACCOUNT,
  ADVERTISEMENT,
  VEHICLE,
  ADDRESS,
  BANK_ACCOUNT,
  EVENT,
  /** Not told. */
  OTHER;

  /** How it is written in files: lower case, words joined by a hyphen. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that a file writes so. */
  public static Optional<ActorKind> of(String code) {
    String plain = code.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return Arrays.stream(values()).filter(kind -> kind.code().equals(plain)).findFirst();
  }
}
