package org.passerelle.protect.casework.list;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in a sorted list, after which the next page begins.
 *
 * @param group group of the list (such as a country), from 0
 * @param key value of the sorted column: microseconds since 1970, or a case's code
 * @param id identifier of the case
 */
public record CasePlace(int group, String key, UUID id) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "([0-9]{1,3})\\.([0-9A-Z-]{1,20})\\.([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})");

  /** Serialised for a URL; contains nothing about the person. */
  public String written() {
    return group + "." + key + "." + id;
  }

  /** Parses the output of {@link #written}; empty for anything else. */
  public static Optional<CasePlace> of(String written) {
    Matcher parts = WRITTEN.matcher(written);
    return parts.matches()
        ? Optional.of(
            new CasePlace(
                Integer.parseInt(parts.group(1)), parts.group(2), UUID.fromString(parts.group(3))))
        : Optional.empty();
  }
}
