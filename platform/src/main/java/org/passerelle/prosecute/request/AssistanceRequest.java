package org.passerelle.prosecute.request;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * A request to an authority of another country. Immutable.
 *
 * @param number place in the investigation, from 1
 * @param kind one of {@link #KINDS}
 * @param country to which it goes, ISO code
 * @param answerBy day by which an answer is asked for; null without one
 * @param words its fields
 * @param version number of changes to the draft
 * @param exhibits exhibits that it refers to
 * @param steps by day, struck ones included
 */
public record AssistanceRequest(
    UUID id,
    int number,
    String kind,
    String country,
    @Nullable LocalDate answerBy,
    Words words,
    int version,
    List<UUID> exhibits,
    List<Step> steps) {
  public static final List<String> KINDS = List.of("eio", "rogatory");
  public static final List<String> STEPS =
      List.of("sent", "acknowledged", "recognised", "refused", "executed", "returned");

  /** Grounds for refusing, in words of our own after article 11 of directive 2014/41/EU. */
  public static final List<String> GROUNDS =
      List.of(
          "immunity",
          "security",
          "not_available",
          "ne_bis_in_idem",
          "elsewhere",
          "rights",
          "not_an_offence",
          "other");

  /** Days for the decision on recognition, directive 2014/41/EU, article 12 (3). */
  static final int RECOGNITION_DAYS = 30;

  /** Days for the execution after that decision, directive 2014/41/EU, article 12 (4). */
  static final int EXECUTION_DAYS = 90;

  private static final String DRAFTED = "drafted";

  public AssistanceRequest {
    exhibits = List.copyOf(exhibits);
    steps =
        steps.stream().sorted(Comparator.comparing(Step::on).thenComparing(Step::number)).toList();
  }

  /** What people wrote, by field. */
  public record Words(Map<String, String> fields) implements Worded {
    public Words {
      fields = Map.copyOf(fields);
    }

    @Override
    public Map<String, String> texts() {
      return fields;
    }

    /** A field; empty if nothing was written. */
    public String text(String field) {
      return fields.getOrDefault(field, "");
    }
  }

  /** What is entered. */
  public record Draft(
      String kind, String country, @Nullable LocalDate answerBy, Words words, List<UUID> exhibits) {
    public Draft {
      exhibits = List.copyOf(exhibits);
    }
  }

  /**
   * What happened to it, on a day that a person entered.
   *
   * @param number place in the order of entry, from 1
   * @param ground one of {@link #GROUNDS} if it was refused, otherwise empty
   */
  public record Step(
      UUID id, int number, String kind, String ground, LocalDate on, String note, boolean struck) {}

  /** A step as entered. */
  public record StepDraft(String kind, String ground, LocalDate on, String note) {}

  /** A remark on a step. */
  record Note(String note) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("note", note);
    }
  }

  /** What it is called in its investigation. */
  public String called() {
    return "R-" + number;
  }

  /** The newest step that stands, as a state; {@code drafted} before it was sent. */
  public String state() {
    return state(steps);
  }

  private static String state(List<Step> steps) {
    return steps.stream()
        .filter(step -> !step.struck())
        .reduce((before, after) -> after)
        .map(Step::kind)
        .orElse(DRAFTED);
  }

  /** Whether it may still be changed. */
  public boolean drafted() {
    return state().equals(DRAFTED);
  }

  /** Steps that can follow. */
  public List<String> next() {
    return next(state());
  }

  private static List<String> next(String state) {
    return switch (state) {
      case DRAFTED -> List.of("sent");
      case "sent" -> List.of("acknowledged", "recognised", "refused", "executed");
      case "acknowledged" -> List.of("recognised", "refused", "executed");
      case "recognised" -> List.of("executed", "refused");
      case "executed" -> List.of("returned");
      default -> List.of();
    };
  }

  /** Whether each step that stands can follow the one before it. */
  static boolean inPlace(List<Step> steps) {
    String state = DRAFTED;
    for (Step step : steps) {
      if (!step.struck()) {
        if (!next(state).contains(step.kind())) {
          return false;
        }
        state = step.kind();
      }
    }
    return true;
  }

  private Optional<LocalDate> day(String kind) {
    return steps.stream()
        .filter(step -> !step.struck() && step.kind().equals(kind))
        .map(Step::on)
        .reduce((before, after) -> after);
  }

  /**
   * What it waits for now.
   *
   * @param kind {@code recognition}, {@code execution} or {@code answer}
   * @param day its last day
   */
  public record Awaited(String kind, LocalDate day) {}

  /**
   * The deadline that runs. That of an order for recognition counts from the day on which its
   * receipt was confirmed, else from the day on which it was sent; that for execution from the
   * recognition. Of a letter rogatory no law gives one here: the day that was asked for counts.
   */
  public Optional<Awaited> awaited() {
    return switch (state()) {
      case "sent", "acknowledged" ->
          kind.equals("eio")
              ? day("acknowledged")
                  .or(() -> day("sent"))
                  .map(day -> new Awaited("recognition", day.plusDays(RECOGNITION_DAYS)))
              : asked();
      case "recognised" ->
          kind.equals("eio")
              ? day("recognised").map(day -> new Awaited("execution", day.plusDays(EXECUTION_DAYS)))
              : asked();
      default -> Optional.empty();
    };
  }

  /** Whether the other side has neither refused nor executed what was sent to it. */
  public boolean unanswered() {
    return List.of("sent", "acknowledged", "recognised").contains(state());
  }

  /** The day on which it was sent. */
  public Optional<LocalDate> sentOn() {
    return day("sent");
  }

  private Optional<Awaited> asked() {
    return Optional.ofNullable(answerBy).map(day -> new Awaited("answer", day));
  }
}
