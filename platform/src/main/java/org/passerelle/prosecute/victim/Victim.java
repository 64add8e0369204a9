package org.passerelle.prosecute.victim;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.sharing.consent.ForInvestigation;

/**
 * A victim in an investigation, called {@code V-1}, {@code V-2} there and nowhere else.
 *
 * @param standing why the facts are there or not
 * @param facts null unless the standing is {@code HELD} or {@code OWN}
 * @param nonPunishment whether the case says, at this moment, that the person must not be punished
 *     for what they were compelled to do
 * @param suspects suspects of the case that nobody has entered yet
 */
public record Victim(
    UUID id,
    int number,
    Standing standing,
    @Nullable Facts facts,
    boolean nonPunishment,
    List<ForInvestigation.Suspect> suspects) {
  public Victim {
    suspects = List.copyOf(suspects);
  }

  /** Why facts are there or not. */
  public enum Standing {
    /** From a case, on a basis that holds. */
    HELD,
    /** From a case, on a basis that does not hold today. */
    BLOCKED,
    /** The basis ended, or the team ended the entry: nothing leads to the case. */
    ENDED,
    /** Known to the investigators themselves, without a case. */
    OWN;

    /** As in keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Codes only: nothing that somebody wrote.
   *
   * @param form code of {@code forms_of_exploitation}; null while unknown
   * @param country ISO code; null while unknown
   * @param minor under 18, or possibly so; null while unknown
   * @param gender null while unknown
   * @param since first contact with the case, or with the investigators
   */
  public record Facts(
      @Nullable String form,
      @Nullable String country,
      @Nullable Boolean minor,
      @Nullable String gender,
      List<String> nationalities,
      LocalDate since) {
    public Facts {
      nationalities = List.copyOf(nationalities);
    }
  }

  /** The pseudonym. */
  public String called() {
    return called(number);
  }

  /** The pseudonym of a number. */
  public static String called(int number) {
    return "V-" + number;
  }
}
