package org.passerelle.partner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;

/**
 * Which posts of the register cover a country on a day, and the inconsistencies. A post whose
 * countries are not stated covers no particular country: it is flagged, not guessed.
 */
public final class Coverage {
  private Coverage() {}

  /** A kind of inconsistency. */
  public enum Doubt {
    /** No post covers a partner country. */
    GAP,
    /** Two posts of the same type cover the same country. */
    OVERLAP,
    /** The number of countries given by a source differs from the number listed. */
    COUNT,
    /** The number of strategy countries given by a source differs from the number of partners. */
    PARTNERS,
    /** A post does not list its countries. */
    NOT_STATED
  }

  /**
   * An inconsistency.
   *
   * @param country the country concerned, or empty
   * @param posts the posts concerned
   * @param said the number given by a source, or 0
   * @param listed the number counted in the register, or 0
   */
  public record Flag(Doubt doubt, String country, List<Entry> posts, int said, int listed) {
    public Flag {
      posts = List.copyOf(posts);
    }
  }

  /**
   * The posts that cover a country on a day.
   *
   * @param subject code of the posts' subject, or empty for any
   */
  public static List<Entry> of(Facts facts, String country, String subject, LocalDate on) {
    return posts(facts, on).stream()
        .filter(post -> post.texts("countries").contains(country))
        .filter(post -> subject.isEmpty() || post.texts("subjects").contains(subject))
        .toList();
  }

  /** The partner countries on a day. */
  public static List<Entry> partners(Facts facts, LocalDate on) {
    return facts.all("country").stream()
        .filter(country -> country.rows("membership").stream().anyMatch(m -> holds(m, on)))
        .toList();
  }

  /** The inconsistencies on a day. */
  public static List<Flag> flags(Facts facts, LocalDate on) {
    List<Flag> flags = new ArrayList<>();
    List<Entry> posts = posts(facts, on);
    List<Entry> partners = partners(facts, on);
    for (Entry country : partners) {
      if (of(facts, country.id(), "", on).isEmpty()) {
        flags.add(new Flag(Doubt.GAP, country.id(), List.of(), 0, 0));
      }
      Map<String, List<Entry>> byType = new LinkedHashMap<>();
      of(facts, country.id(), "", on)
          .forEach(p -> byType.computeIfAbsent(p.text("type"), t -> new ArrayList<>()).add(p));
      byType.values().stream()
          .filter(same -> same.size() > 1)
          .forEach(same -> flags.add(new Flag(Doubt.OVERLAP, country.id(), same, 0, 0)));
    }
    for (Entry post : posts) {
      int listed = post.texts("countries").size();
      if (listed == 0) {
        flags.add(new Flag(Doubt.NOT_STATED, "", List.of(post), 0, 0));
      }
      post.whole("covered-declared")
          .filter(said -> listed > 0 && said != listed)
          .ifPresent(said -> flags.add(new Flag(Doubt.COUNT, "", List.of(post), said, listed)));
      post.whole("strategy-declared")
          .filter(said -> said != partners.size())
          .ifPresent(
              said ->
                  flags.add(new Flag(Doubt.PARTNERS, "", List.of(post), said, partners.size())));
    }
    return flags;
  }

  /** The posts that exist on a day. */
  public static List<Entry> posts(Facts facts, LocalDate on) {
    return facts.all("post").stream().filter(post -> holds(post, "since", on)).toList();
  }

  private static boolean holds(Values period, LocalDate on) {
    return holds(period, "from", on);
  }

  /**
   * Whether a period includes a day; an unknown beginning counts as past, an unknown end as future.
   */
  private static boolean holds(Values period, String start, LocalDate on) {
    return period
            .date(start)
            .map(PartialDate::earliest)
            .map(from -> !on.isBefore(from))
            .orElse(true)
        && period
            .date("until")
            .map(PartialDate::latest)
            .map(until -> !on.isAfter(until))
            .orElse(true);
  }
}
