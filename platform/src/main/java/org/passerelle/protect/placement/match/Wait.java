package org.passerelle.protect.placement.match;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody waits for a place. Immutable.
 *
 * @param organisation whose team places them
 * @param code of the case, for people
 * @param urgency 0 tonight, 1 within days, 2 can wait
 * @param state {@code waiting}, {@code placed}, {@code over}
 */
public record Wait(
    UUID id,
    UUID caseId,
    UUID organisation,
    String code,
    int urgency,
    String state,
    Wish wish,
    Instant since) {
  /** The most urgent. */
  public static final int TONIGHT = 0;

  /** The least urgent. */
  public static final int CAN_WAIT = 2;

  /**
   * What the placing team must know to find a place; sealed as the case is, and no identity.
   *
   * @param sex {@code female}, {@code male} or {@code unknown}, which only places for everybody
   *     take
   * @param ageFrom youngest possible age in full years
   * @param ageUntil oldest possible age
   * @param languages that they understand
   * @param needs services and training that would be good for them
   * @param access without which they cannot live somewhere
   * @param words what else matters
   */
  public record Wish(
      String sex,
      int ageFrom,
      int ageUntil,
      List<String> languages,
      List<String> needs,
      List<String> access,
      String words) {
    public Wish {
      languages = List.copyOf(languages);
      needs = List.copyOf(needs);
      access = List.copyOf(access);
    }
  }

  public boolean waiting() {
    return state.equals("waiting");
  }

  /** What a list needs of it, nothing of which is sealed. */
  public record Line(UUID id, String code, int urgency, Instant since) {}
}
