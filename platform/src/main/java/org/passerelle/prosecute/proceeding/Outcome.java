package org.passerelle.prosecute.proceeding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * What a court decided on one charge, which is against one person. A decision that another replaced
 * stays.
 *
 * @param kind one of {@link #KINDS}
 * @param stage stage of the proceeding at which it was decided
 * @param appealUntil last day to appeal, as the judgment states it; null if none was entered
 * @param finalOn since when it cannot be appealed; null while it can
 * @param replaced whether a later decision stands instead
 * @param sentences oldest first, struck ones included
 * @param appeals oldest first
 */
public record Outcome(
    UUID id,
    UUID proceeding,
    UUID charge,
    String kind,
    String stage,
    LocalDate on,
    @Nullable LocalDate appealUntil,
    @Nullable LocalDate finalOn,
    boolean replaced,
    String reasons,
    List<Sentence> sentences,
    List<Appeal> appeals) {
  /** “Not punished”: guilty of what they were compelled to, and not punished for it. */
  public static final List<String> KINDS =
      List.of("convicted", "acquitted", "dismissed", "discontinued", "not_punished");

  /** Kinds of sentences. */
  public static final List<String> SENTENCES =
      List.of(
          "prison", "suspended", "fine", "service", "ban", "confiscation", "compensation", "other");

  /** Who may appeal. */
  public static final List<String> PARTIES = List.of("prosecution", "defence", "victim");

  public Outcome {
    sentences = List.copyOf(sentences);
    appeals = List.copyOf(appeals);
  }

  /**
   * A part of a sentence.
   *
   * @param months length; null without one
   * @param amount null without one
   */
  public record Sentence(
      UUID id,
      String kind,
      @Nullable Integer months,
      @Nullable BigDecimal amount,
      String currency,
      String note,
      boolean struck) {}

  /**
   * An appeal.
   *
   * @param party one of {@link #PARTIES}
   * @param state pending, decided or withdrawn
   */
  public record Appeal(UUID id, String party, LocalDate on, String state) {
    /** Whether it waits for a decision. */
    public boolean pending() {
      return state.equals("pending");
    }
  }

  /** Why the court decided so. */
  record Words(String reasons) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("reasons", reasons);
    }
  }

  /** What there is to say about a sentence. */
  record Note(String note) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("note", note);
    }
  }

  /** What is entered. */
  public record Draft(
      UUID charge, String kind, LocalDate on, @Nullable LocalDate appealUntil, String reasons) {}

  /** A sentence as entered. */
  public record SentenceDraft(
      String kind,
      @Nullable Integer months,
      @Nullable BigDecimal amount,
      String currency,
      String note) {}

  /** Whether it is what holds now. */
  public boolean stands() {
    return !replaced;
  }

  /** Whether somebody appealed and nobody has decided. */
  public boolean appealed() {
    return appeals.stream().anyMatch(Appeal::pending);
  }

  /** Whether it can still be appealed. */
  public boolean open() {
    return stands() && finalOn == null;
  }
}
