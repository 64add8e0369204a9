package org.passerelle.protect.sharing.handover;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps of a hand-over: who records each of them and which details belong to it. */
public enum Step {
  EARLY_RISK(Stage.IDENTIFICATION, Side.SENDER),
  INTERPRETATION(Stage.IDENTIFICATION, Side.EITHER),
  REFLECTION(Stage.IDENTIFICATION, Side.SENDER, Asks.AUTHORITY),
  IDENTIFIED(Stage.IDENTIFICATION, Side.SENDER, Asks.AUTHORITY),
  AGE(Stage.IDENTIFICATION, Side.SENDER, Asks.AUTHORITY),
  GUARDIAN(Stage.IDENTIFICATION, Side.SENDER, Asks.AUTHORITY),

  NEEDS(Stage.ASSISTANCE, Side.SENDER),
  CONSENTED(Stage.ASSISTANCE, Side.SENDER, Asks.CONSENT),
  FIRST_PLAN(Stage.ASSISTANCE, Side.EITHER),

  CASE_MANAGEMENT(Stage.INCLUSION, Side.RECIPIENT),
  LONG_PLAN(Stage.INCLUSION, Side.RECIPIENT),
  RESIDENCE(Stage.INCLUSION, Side.EITHER, Asks.AUTHORITY),

  FAMILY_TRACING(Stage.RETURN, Side.RECIPIENT),
  RISK(Stage.RETURN, Side.SENDER, Asks.RISK),
  BEST_INTERESTS(Stage.RETURN, Side.SENDER, Asks.BEST_INTERESTS, Asks.AUTHORITY),
  RETURN_CONSENT(Stage.RETURN, Side.SENDER, Asks.CONSENT),
  PAPERS(Stage.RETURN, Side.EITHER),
  RECEPTION(Stage.RETURN, Side.RECIPIENT),
  TRAVEL(Stage.RETURN, Side.SENDER, Asks.TRAVEL),
  DEPARTED(Stage.RETURN, Side.SENDER),
  ARRIVED(Stage.RETURN, Side.RECIPIENT),
  NOT_ARRIVED(Stage.RETURN, Side.EITHER),
  FOUND(Stage.RETURN, Side.EITHER),
  REINTEGRATION(Stage.RETURN, Side.RECIPIENT),
  REPORT_1(Stage.RETURN, Side.RECIPIENT, 1),
  REPORT_3(Stage.RETURN, Side.RECIPIENT, 3),
  REPORT_6(Stage.RETURN, Side.RECIPIENT, 6),
  REPORT_12(Stage.RETURN, Side.RECIPIENT, 12),

  PRE_TRIAL(Stage.PROCEEDINGS, Side.EITHER),
  TRIAL(Stage.PROCEEDINGS, Side.EITHER),
  POST_TRIAL(Stage.PROCEEDINGS, Side.EITHER),
  COMPENSATION(Stage.PROCEEDINGS, Side.EITHER);

  /** States of a recorded step. */
  public static final List<String> STATES = List.of("planned", "done", "not_needed");

  private final Stage stage;
  private final Side side;
  private final int months;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Asks> asks;

  Step(Stage stage, Side side, Asks... asks) {
    this.stage = stage;
    this.side = side;
    this.months = 0;
    this.asks = List.of(asks);
  }

  Step(Stage stage, Side side, int months) {
    this.stage = stage;
    this.side = side;
    this.months = months;
    this.asks = List.of();
  }

  public Stage stage() {
    return stage;
  }

  /** For a report, how many months after arrival it is due; otherwise 0. */
  public int months() {
    return months;
  }

  /** Whether this is a report on how the person is doing. */
  public boolean isReport() {
    return months > 0;
  }

  /** Whether the form asks for this besides the date and remarks. */
  public boolean asks(Asks what) {
    return asks.contains(what);
  }

  /** Code in URLs, messages and texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the sending or the receiving side records it. */
  public boolean isOf(boolean sender) {
    return side == Side.EITHER || (side == Side.SENDER) == sender;
  }

  /**
   * Whether the step only says where a person is who set out. It is of the person and not of the
   * hand-over: recorded also when that is over, and without words no disclosure.
   */
  public boolean isWhereabouts() {
    return this == ARRIVED || this == NOT_ARRIVED || this == FOUND;
  }

  /**
   * Whether the step applies to a hand-over: the age step to minors, travel steps to people who
   * travel.
   */
  public boolean concerns(HandOver handOver) {
    return switch (this) {
      case AGE, GUARDIAN -> handOver.minor();
      case BEST_INTERESTS -> handOver.minor() && handOver.returns();
      case FAMILY_TRACING, RISK, RETURN_CONSENT, PAPERS, RECEPTION, TRAVEL, DEPARTED, NOT_ARRIVED ->
          handOver.returns();
      case FOUND -> handOver.missingAt() != null || handOver.foundAt() != null;
      default -> true;
    };
  }

  /** The step with a code. */
  public static Optional<Step> of(String code) {
    return Stream.of(values()).filter(s -> s.code().equals(code)).findFirst();
  }

  /** Side that records a step. */
  private enum Side {
    SENDER,
    RECIPIENT,
    EITHER
  }

  /** Details asked for a step. */
  public enum Asks {
    /** The authority that decided or will decide. */
    AUTHORITY,
    /** Code of {@code hand_over_results}. */
    RISK,
    /** Code of {@code best_interests_results}. */
    BEST_INTERESTS,
    /** Who consented, whom they told, and in which language. */
    CONSENT,
    /** Means of travel, escort, and the place and time of the meeting. */
    TRAVEL
  }
}
