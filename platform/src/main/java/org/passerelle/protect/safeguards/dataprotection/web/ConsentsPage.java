package org.passerelle.protect.safeguards.dataprotection.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Option;
import org.passerelle.protect.sharing.consent.ConsentRegister;

/**
 * View of the consents of the organisation.
 *
 * @param counts number of consents by status, regardless of the filter
 * @param names names of recipients by identifier
 * @param number page number
 * @param more whether there is another page
 */
public record ConsentsPage(
    ConsentRegister.Wish wish,
    Map<String, Integer> counts,
    List<ConsentRegister.Line> lines,
    List<Option> purposes,
    Map<UUID, String> names,
    CodeWords words,
    int number,
    boolean more) {
  public ConsentsPage {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    lines = List.copyOf(lines);
    purposes = List.copyOf(purposes);
    names = Map.copyOf(names);
  }

  /** Number of consents with a status. */
  public int count(String standing) {
    return counts.getOrDefault(standing, 0);
  }

  /** URL of another page of the same list. */
  public String at(int other) {
    return "%s/consents?standing=%s&purpose=%s&number=%d"
        .formatted(DeskController.HERE, wish.standing(), wish.purpose(), other);
  }

  /** CSS class of the badge. */
  public static String badge(String standing) {
    return switch (standing) {
      case "held", "ending" -> "badge warn";
      case "running" -> "badge good";
      default -> "badge";
    };
  }
}
