package org.passerelle.prosecute.suspect;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * A suspect, called {@code S-1}, {@code S-2} in the investigation. Immutable.
 *
 * @param nature one of {@link #NATURES}
 * @param state one of {@link #STATES}
 * @param identity null when it was erased, came from a case whose basis ended, or is withheld
 * @param withheld whether a case named them on a basis that does not hold at this moment
 * @param fromVictim the victim's entry that named them, or null
 * @param victim the entry of the victim who they are themselves, or null
 * @param flag whether they were compelled to do it, according to the investigators
 * @param coded codes for figures
 * @param version number of changes
 */
public record Suspect(
    UUID id,
    int number,
    String nature,
    String state,
    @Nullable Identity identity,
    boolean withheld,
    @Nullable UUID fromVictim,
    @Nullable UUID victim,
    Flag flag,
    Coded coded,
    int version) {
  public static final List<String> NATURES = List.of("natural", "legal");

  /** In the order of a procedure; {@code charged} is set by a charge that is brought. */
  public static final List<String> STATES =
      List.of("suspect", "charged", "absconded", "cleared", "deceased");

  /**
   * Who it is.
   *
   * @param name as on papers; of a company its name
   * @param aliases other names and spellings
   * @param birth day and place of birth, or the number in the register of companies
   * @param address where they may be found
   */
  public record Identity(String name, String aliases, String birth, String address, String remarks)
      implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of(
          "name", name, "aliases", aliases, "birth", birth, "address", address, "remarks", remarks);
    }
  }

  /**
   * Codes.
   *
   * @param sex {@code female}, {@code male} or null while unknown
   * @param citizenship ISO code, or null
   * @param bornFrom earliest year of birth, or null
   * @param bornTo latest year of birth, or null
   * @param minor under 18 at the time of the acts; null while unknown
   */
  public record Coded(
      @Nullable String sex,
      @Nullable String citizenship,
      @Nullable Integer bornFrom,
      @Nullable Integer bornTo,
      @Nullable Boolean minor) {}

  /**
   * Whether they were compelled to do what they are accused of.
   *
   * @param state {@code none}, {@code raised} or {@code lifted}
   * @param raised why it was raised; empty unless it was
   * @param lifted why a prosecutor took it back; empty unless one did
   */
  public record Flag(String state, String raised, String lifted) implements Worded {
    static final Flag NONE = new Flag("none", "", "");

    /** Whether the investigators hold it. */
    public boolean stands() {
      return state.equals("raised");
    }

    @Override
    public Map<String, String> texts() {
      return Map.of("reason", raised + "\n" + lifted);
    }
  }

  /** What is entered. */
  public record Draft(
      String nature, String state, Identity identity, @Nullable UUID victim, Coded coded) {}

  /** The same without who it is, while the basis of the case that named them does not hold. */
  Suspect hidden() {
    return new Suspect(
        id, number, nature, state, null, true, fromVictim, victim, flag, coded, version);
  }

  /** The pseudonym within the investigation. */
  public String called() {
    return called(number);
  }

  /** The pseudonym of a number. */
  public static String called(int number) {
    return "S-" + number;
  }
}
