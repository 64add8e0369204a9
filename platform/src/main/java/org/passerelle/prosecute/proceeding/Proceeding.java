package org.passerelle.prosecute.proceeding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * A proceeding before a court. Immutable.
 *
 * @param country country of the court, ISO code
 * @param stage one of {@link #STAGES}
 * @param closedOn null while it is open
 * @param charges charges it is about
 */
public record Proceeding(
    UUID id,
    String country,
    String stage,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    Words words,
    List<UUID> charges) {
  /** Stages in their order. */
  public static final List<String> STAGES =
      List.of("pre_trial", "first_instance", "appeal", "cassation");

  public Proceeding {
    charges = List.copyOf(charges);
  }

  /**
   * What people wrote.
   *
   * @param reference the court's own number
   */
  public record Words(String court, String reference) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("court", court, "reference", reference);
    }
  }

  /** What is entered. */
  public record Draft(
      String country, String stage, LocalDate openedOn, Words words, List<UUID> charges) {
    public Draft {
      charges = List.copyOf(charges);
    }
  }

  /** Whether it was closed. */
  public boolean closed() {
    return closedOn != null;
  }
}
