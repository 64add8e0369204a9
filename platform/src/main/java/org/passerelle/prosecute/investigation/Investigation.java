package org.passerelle.prosecute.investigation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An investigation of one organisation. Immutable.
 *
 * @param number year and number within the organisation, such as {@code 26-7}
 * @param state one of {@link #STATES}
 * @param kind one of {@link #KINDS}
 * @param country where the acts are prosecuted, ISO code
 * @param form form of exploitation, code of {@code forms_of_exploitation}; null while unknown
 * @param closedReason one of {@link #REASONS}; null while it is not closed
 * @param version number of changes to the title page
 */
public record Investigation(
    UUID id,
    UUID organisation,
    String number,
    String state,
    String kind,
    String country,
    @Nullable String form,
    Words words,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    @Nullable String closedReason,
    int version) {
  public static final List<String> STATES = List.of("open", "suspended", "closed");
  public static final List<String> KINDS = List.of("trafficking", "related");
  public static final List<String> REASONS =
      List.of("judged", "discontinued", "not_proceeded", "handed_over", "joined");

  /**
   * What people wrote.
   *
   * @param reference number that the office itself gives it; empty if none
   */
  public record Words(String title, String reference, String summary) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("title", title, "reference", reference, "summary", summary);
    }
  }

  /** What is entered on the title page. */
  public record Draft(
      String kind, String country, @Nullable String form, LocalDate openedOn, Words words) {}

  /** Whether work goes on; nothing is entered in a closed one. */
  public boolean closed() {
    return state.equals("closed");
  }
}
