package org.passerelle.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kind of an actor. */
public enum ActorKind {
  PERSON,
  FAMILY,
  ORGANISATION,
  PHONE,
  /** A name that somebody uses on a service. */
  ACCOUNT,
  ADVERTISEMENT,
  VEHICLE,
  ADDRESS,
  BANK_ACCOUNT,
  EVENT,
  /** Not specified. */
  OTHER;

  /** The notation in files: lower case, words joined by hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with this notation. */
  public static Optional<ActorKind> of(String code) {
    String plain = code.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return Arrays.stream(values()).filter(kind -> kind.code().equals(plain)).findFirst();
  }
}
