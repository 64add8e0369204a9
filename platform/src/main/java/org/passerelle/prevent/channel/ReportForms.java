package org.passerelle.prevent.channel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.pages.Filled;
import org.passerelle.prevent.tip.TipContent;

/**
 * The short reports of the sectors: which fields each has, and what of a tip they become. The same
 * for programs and pages.
 */
public final class ReportForms {
  /** Field that says which report it is. */
  public static final String FORM = "form";

  /** Field that says whether somebody is in danger now. */
  public static final String DANGER = "danger_now";

  /** Field that says whether another authority may read it. */
  public static final String ONWARD = "onward";

  /** Answers to {@link #DANGER}. */
  public static final List<String> ANSWERS = List.of("yes", "no", "unknown");

  /** Longest text of a report. */
  public static final int LONGEST = 5_000;

  private static final String ACCOUNT = "account";
  private static final String ADVERT = "advert";
  private static final String CREW = "crew";
  private static final String OBSERVATIONS = "observations";
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final Map<String, List<String>> FORMS_OF =
      Map.of(
          "airline", List.of(CREW),
          "hotel", List.of("room"),
          "platform", List.of(ADVERT, ACCOUNT),
          "labour_inspectorate", List.of("inspection"),
          "transport", List.of(CREW),
          "telecom", List.of(ACCOUNT, ADVERT));
  private static final Map<String, List<Field>> FIELDS =
      Map.of(
          CREW,
          List.of(
              Field.line("flight"),
              Field.line("route"),
              Field.day("day"),
              new Field("seat", Type.LINE, false),
              Field.text(OBSERVATIONS)),
          "room",
          List.of(
              Field.line("place"),
              Field.day(FROM),
              new Field(UNTIL, Type.DAY, false),
              Field.text(OBSERVATIONS)),
          ADVERT,
          List.of(Field.line("platform"), Field.line("address"), Field.text("phrases")),
          ACCOUNT,
          List.of(Field.line("platform"), Field.line("handle"), Field.text("behaviour")),
          "inspection",
          List.of(
              Field.line("place"),
              Field.line("trade"),
              Field.day("day"),
              Field.text(OBSERVATIONS)));

  private ReportForms() {}

  /** What a field takes. */
  public enum Type {
    /** A line, which says where. */
    LINE,
    /** A day, which says when. */
    DAY,
    /** Several lines, which say what. */
    TEXT
  }

  /** A field of a report. */
  public record Field(String id, Type type, boolean needed) {
    static Field line(String id) {
      return new Field(id, Type.LINE, true);
    }

    static Field day(String id) {
      return new Field(id, Type.DAY, true);
    }

    static Field text(String id) {
      return new Field(id, Type.TEXT, true);
    }
  }

  /**
   * A report that was read.
   *
   * @param form one of those of the sector
   */
  public record Report(String form, TipContent content, boolean danger) {
    /** Everything that was said, for recognising the same report again. */
    String whole() {
      return Stream.of(
              form,
              content.what(),
              content.where(),
              content.when(),
              Boolean.toString(content.onward()),
              Boolean.toString(danger))
          .collect(Collectors.joining("\u0000"));
    }
  }

  /** The reports of a sector. */
  public static List<String> of(String sector) {
    return FORMS_OF.getOrDefault(sector, List.of());
  }

  /** The fields of a report, in their order. */
  public static List<Field> fields(String form) {
    return FIELDS.getOrDefault(form, List.of());
  }

  /** Names of everything that a report may hold. */
  public static Set<String> names(String form) {
    return Stream.concat(fields(form).stream().map(Field::id), Stream.of(FORM, DANGER, ONWARD))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads a report; what is wrong with it stands beside its fields.
   *
   * @param today the newest day that has begun
   * @return empty if something is wrong
   */
  public static Optional<Report> read(Filled form, String sector, LocalDate today) {
    String kind = form.neededCode(FORM, Set.copyOf(of(sector)));
    boolean danger = form.neededCode(DANGER, Set.copyOf(ANSWERS)).equals("yes");
    List<String> where = new ArrayList<>();
    List<String> when = new ArrayList<>();
    List<String> what = new ArrayList<>();
    for (Field field : fields(kind)) {
      switch (field.type()) {
        case LINE -> where.add(text(form, field, Filled.SHORT));
        case DAY -> when.add(day(form, field, today));
        case TEXT -> what.add(text(form, field, LONGEST));
      }
    }
    if (form.errors().isEmpty() && when.size() > 1 && isBackwards(when)) {
      form.errors().add(UNTIL, "channel.error.before");
    }
    TipContent content =
        new TipContent(
            "wrong",
            joined(what, "\n"),
            joined(where, " · "),
            joined(when, " – "),
            "",
            form.ticked(ONWARD),
            List.of());
    return form.errors().isEmpty()
        ? Optional.of(new Report(kind, content, danger))
        : Optional.empty();
  }

  private static String text(Filled form, Field field, int most) {
    return field.needed() ? form.neededText(field.id(), most) : form.text(field.id(), most);
  }

  private static String day(Filled form, Field field, LocalDate today) {
    return field.needed()
        ? form.neededDay(field.id(), today, today).toString()
        : form.day(field.id(), today).map(LocalDate::toString).orElse("");
  }

  /** ISO dates stand in the order of their letters. */
  private static boolean isBackwards(List<String> days) {
    return !days.get(1).isEmpty() && days.get(1).compareTo(days.get(0)) < 0;
  }

  private static String joined(List<String> parts, String between) {
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
  }
}
