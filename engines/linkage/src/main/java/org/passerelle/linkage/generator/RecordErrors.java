package org.passerelle.linkage.generator;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.passerelle.linkage.names.internal.RuleFile;

/** What goes wrong in one record: each mistake by its share, and so many at most. */
final class RecordErrors {
  /** How often each mistake occurs, as {@code errors.yaml} has it. */
  static final class Shares {
    private final Map<String, RuleFile> mistakes = new HashMap<>();
    private final int most;
    private final double times;

    /**
     * From the file.
     *
     * @param times how many mistakes are made for each that is usual
     */
    Shares(RuleFile file, double times) {
      this.times = times;
      for (String part : new String[] {"name", "birth", "place", "other"}) {
        for (RuleFile mistake : file.parts(part)) {
          mistakes.put(part + "." + mistake.text("error"), mistake);
        }
      }
      most = (int) file.number("most");
    }

    RuleFile mistake(String name) {
      RuleFile found = mistakes.get(name);
      if (found == null) {
        throw new IllegalStateException(
            "There is no mistake %s. Maybe errors.yaml calls it otherwise.".formatted(name));
      }
      return found;
    }
  }

  /** Habits of writing and gaps in what is known; they do not count among the mistakes. */
  private static final Set<String> HABITS =
      Set.of(
          "name.diacritics_missing",
          "name.accent_missing",
          "name.capitals",
          "name.second_first_name_dropped",
          "birth.year_only",
          "birth.missing",
          "place.exonym",
          "place.missing",
          "other.sex_missing",
          "other.nationality_missing",
          "other.document_missing",
          "other.phone_without_country_code");

  private static final double HURRIED = 0.35;
  private static final double LIST_COPIED_BY_HAND = 0.15;
  private final Shares shares;
  private final Draw draw;
  private final double manner;
  private int left;

  /** A hurried officer, a quiet office with a third of the mistakes, or a list with twice. */
  RecordErrors(Shares shares, Draw draw) {
    this.shares = shares;
    this.draw = draw;
    this.left = (int) Math.ceil(shares.most * shares.times);
    double usual =
        draw.happens(HURRIED) ? 1 : draw.happens(LIST_COPIED_BY_HAND / (1 - HURRIED)) ? 2 : 1.0 / 3;
    this.manner = usual * shares.times;
  }

  /** Whether a mistake, such as {@code name.misheard}, is made here. */
  boolean made(String name) {
    double share = Math.min(1, shares.mistake(name).number("share") * manner);
    if (!draw.happens(share)) {
      return false;
    }
    if (HABITS.contains(name)) {
      return true;
    }
    left--;
    return left >= 0;
  }

  double number(String name, String key) {
    return shares.mistake(name).number(key);
  }
}
