package org.passerelle.prevent.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place at risk, without persons.
 *
 * @param code by which colleagues name it
 * @param content what is said of it
 * @param version counts its changes
 */
public record RiskPlace(UUID id, String code, Content content, int version) {
  /** The kind that has neither town nor area. */
  public static final String SHELTER = "shelter";

  /** Kinds of places, in the order of the form. */
  public static final List<String> KINDS =
      List.of(
          "school",
          SHELTER,
          "reception",
          "crossing",
          "transport",
          "market",
          "workplace",
          "district",
          "online",
          "other");

  /** Age bands of populations. */
  public static final List<String> AGES =
      List.of("children", "adolescents", "young", "adults", "older", "all");

  /** Why a place is at risk. */
  public static final List<String> FACTORS =
      List.of(
          "recruitment",
          "poverty",
          "school-left",
          "transit",
          "papers",
          "seasonal",
          "isolation",
          "online",
          "earlier",
          "other");

  /** Levels of risk, the lowest first; a place has none until somebody states it. */
  public static final List<String> LEVELS = List.of("low", "raised", "high");

  /** In place of words that name a shelter. */
  static final String WITHHELD = "…";

  /** The same place with other content. */
  RiskPlace with(Content other) {
    return new RiskPlace(id, code, other, version);
  }

  /**
   * What is said of a place.
   *
   * @param kind one of {@link #KINDS}
   * @param country a code of the list of countries
   * @param town a code of the list of towns, whose centre is its point on the map, or null; never
   *     of a shelter
   * @param area municipality or area; empty for a shelter
   * @param level what somebody stated, or null
   */
  public record Content(
      String kind,
      String country,
      @Nullable String town,
      String name,
      String area,
      List<Population> populations,
      List<Factor> factors,
      @Nullable Level level) {
    public Content {
      populations = List.copyOf(populations);
      factors = List.copyOf(factors);
    }

    /** A place of which nothing else is said yet. */
    public static Content of(
        String kind, String country, @Nullable String town, String name, String area) {
      return new Content(kind, country, town, name, area, List.of(), List.of(), null);
    }

    boolean isShelter() {
      return kind.equals(SHELTER);
    }

    /** The same with other words and place, and what is said of it kept. */
    Content moved(Content to) {
      return new Content(
          to.kind, to.country, to.town, to.name, to.area, populations, factors, level);
    }

    Content withPopulations(List<Population> others) {
      return new Content(kind, country, town, name, area, others, factors, level);
    }

    Content withFactors(List<Factor> others) {
      return new Content(kind, country, town, name, area, populations, others, level);
    }

    Content withLevel(Level stated) {
      return new Content(kind, country, town, name, area, populations, factors, stated);
    }

    /** Everything that somebody wrote, by field. */
    Map<String, String> texts() {
      Map<String, String> texts = new LinkedHashMap<>();
      texts.put("name", name);
      texts.put("area", area);
      for (int i = 0; i < populations.size(); i++) {
        texts.put("group" + i, populations.get(i).group());
      }
      for (int i = 0; i < factors.size(); i++) {
        texts.put("words" + i, factors.get(i).words());
        texts.put("source" + i, factors.get(i).source());
      }
      if (level != null) {
        texts.put("reason", level.reason());
      }
      return texts;
    }

    /** The same without the words of some fields. */
    Content without(Set<String> fields) {
      if (fields.isEmpty()) {
        return this;
      }
      List<Population> groups = new ArrayList<>();
      for (int i = 0; i < populations.size(); i++) {
        Population one = populations.get(i);
        groups.add(new Population(one.age(), left("group" + i, one.group(), fields)));
      }
      List<Factor> causes = new ArrayList<>();
      for (int i = 0; i < factors.size(); i++) {
        Factor one = factors.get(i);
        causes.add(
            new Factor(
                one.factor(),
                left("words" + i, one.words(), fields),
                left("source" + i, one.source(), fields),
                one.on()));
      }
      Level stated =
          level == null
              ? null
              : new Level(
                  level.level(),
                  left("reason", level.reason(), fields),
                  level.stated(),
                  level.again());
      return new Content(
          kind,
          country,
          town,
          left("name", name, fields),
          left("area", area, fields),
          groups,
          causes,
          stated);
    }

    private static String left(String field, String words, Set<String> fields) {
      return fields.contains(field) ? WITHHELD : words;
    }

    /** The level, or {@code none}. */
    public String levelCode() {
      return level == null ? "none" : level.level();
    }

    /** Whether its level was to be looked at again by a day, or none was stated. */
    public boolean isDue(LocalDate today) {
      return level == null || !level.again().isAfter(today);
    }
  }

  /**
   * Who is at risk there.
   *
   * @param age one of {@link #AGES}
   * @param group in plain words, never ethnic ones
   */
  public record Population(String age, String group) {}

  /**
   * Why a place is at risk.
   *
   * @param factor one of {@link #FACTORS}
   * @param source who says so, or where it stands
   * @param on day of the source
   */
  public record Factor(String factor, String words, String source, LocalDate on) {}

  /**
   * A level that somebody stated.
   *
   * @param level one of {@link #LEVELS}
   * @param stated the day
   * @param again when it is to be looked at again
   */
  public record Level(String level, String reason, LocalDate stated, LocalDate again) {}

  /** Levels in the order of a filter, {@code none} last. */
  public static List<String> levels() {
    return Stream.concat(LEVELS.stream(), Stream.of("none")).toList();
  }
}
