package org.passerelle.protect.dataprotection.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Option;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.consent.ConsentRegister;

/**
 * Consents of the organisation.
 *
 * @param counts how many stand in which way, whatever is shown
 * @param names of recipients by identifier
 * @param number of this page
 * @param more whether there are others after it
 */
public record ConsentsPage(
    ConsentRegister.Wish wish,
    Map<String, Integer> counts,
    List<ConsentRegister.Line> lines,
    List<Option> purposes,
    Map<UUID, String> names,
    CaseWords words,
    int number,
    boolean more) {
  public ConsentsPage {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    lines = List.copyOf(lines);
    purposes = List.copyOf(purposes);
    names = Map.copyOf(names);
  }

  /** How many stand in a way. */
  public int count(String standing) {
    return counts.getOrDefault(standing, 0);
  }

  /** The address of another page of the same list. */
  public String at(int other) {
    return "%s/consents?standing=%s&purpose=%s&number=%d"
        .formatted(DeskController.HERE, wish.standing(), wish.purpose(), other);
  }

  /** The class of the badge. */
  public static String badge(String standing) {
    return switch (standing) {
      case "held", "ending" -> "badge warn";
      case "running" -> "badge good";
      default -> "badge";
    };
  }
}
