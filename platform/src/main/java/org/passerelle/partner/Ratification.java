package org.passerelle.partner;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Values;

/**
 * The status of an agreement for each of its parties on a day: computed from the dates of
 * signature, ratification and entry into force, never entered.
 */
public final class Ratification {
  private Ratification() {}

  /** Stage that a party has reached. */
  public enum Stage {
    /** In force for the party. */
    IN_FORCE,
    /** Ratified, but not yet or not known to be in force. */
    RATIFIED,
    /** Signed, but not ratified. */
    SIGNED,
    /** Signed; the source does not state whether it is ratified. */
    NOT_STATED,
    /** Not a party. */
    NO_PARTY
  }

  /**
   * A party.
   *
   * @param days days since it signed, for the stages {@code SIGNED} and {@code NOT_STATED}; 0 if
   *     unknown
   * @param atLeast whether the days are a minimum, because only the year or month of signature is
   *     known
   * @param known whether it is known if it is in force for the party on the day
   * @param verified whether somebody verified the dates
   */
  public record Party(
      String country, Stage stage, long days, boolean atLeast, boolean known, boolean verified) {}

  /** Every party of an agreement on a day. */
  public static List<Party> of(Entry agreement, LocalDate on) {
    return agreement.rows("parties").stream().map(row -> party(row, on)).toList();
  }

  /** Whether it is in force for at least two of its parties. */
  public static boolean inForce(Entry agreement, LocalDate on) {
    return of(agreement, on).stream().filter(p -> p.stage == Stage.IN_FORCE).count() >= 2;
  }

  private static Party party(Values row, LocalDate on) {
    Stage stage = stage(row, on);
    long days = 0;
    boolean atLeast = false;
    if (stage == Stage.SIGNED || stage == Stage.NOT_STATED) {
      PartialDate signed = row.date("signed").orElse(null);
      if (signed != null && signed.latest() != null && !signed.latest().isAfter(on)) {
        days = ChronoUnit.DAYS.between(signed.latest(), on);
        atLeast = !signed.isDay();
      }
    }
    return new Party(
        row.text("country"), stage, days, atLeast, known(row, stage, on), row.flag("verified"));
  }

  private static Stage stage(Values row, LocalDate on) {
    String status = row.text("status");
    if (status.equals("not-party")) {
      return Stage.NO_PARTY;
    }
    if (reached(row, "in-force", on)) {
      return Stage.IN_FORCE;
    }
    if (reached(row, "ratified", on)) {
      return Stage.RATIFIED;
    }
    if (status.equals("party") && !row.has("ratified") && !row.has("in-force")) {
      return Stage.RATIFIED;
    }
    return status.equals("not-stated") ? Stage.NOT_STATED : Stage.SIGNED;
  }

  /**
   * A ratification is not yet an entry into force: without its date, or within the month or year of
   * which only that much is known, nobody can tell.
   */
  private static boolean known(Values row, Stage stage, LocalDate on) {
    if (stage == Stage.IN_FORCE || stage == Stage.NO_PARTY) {
      return true;
    }
    return row.has("in-force")
        ? row.date("in-force").map(PartialDate::earliest).map(on::isBefore).orElse(false)
        : stage == Stage.SIGNED;
  }

  /** A date of which only the year or month is known counts from its last day. */
  private static boolean reached(Values row, String date, LocalDate on) {
    return row.date(date).map(PartialDate::latest).map(day -> !on.isBefore(day)).orElse(false);
  }
}
