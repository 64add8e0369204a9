package org.passerelle.protect.list;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a sorted list, after which the next page begins.
 *
 * @param group which of the list's groups (such as the countries) the place is in, from 0
 * @param key value of the sorted column there: microseconds since 1970, or a case's code
 * @param id of the case there
 */
public record CasePlace(int group, String key, UUID id) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "([0-9]{1,3})\\.([0-9A-Z-]{1,20})\\.([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})");

  /** As it stands in an address: it tells nothing of a person. */
  public String written() {
    return group + "." + key + "." + id;
  }

  /** Reads what {@link #written} wrote; anything else is no place. */
  public static Optional<CasePlace> of(String written) {
    Matcher parts = WRITTEN.matcher(written);
    return parts.matches()
        ? Optional.of(
            new CasePlace(
                Integer.parseInt(parts.group(1)), parts.group(2), UUID.fromString(parts.group(3))))
        : Optional.empty();
  }
}
