package org.passerelle.protect.casework.placement.match;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A request for a place. Immutable.
 *
 * @param organisation organisation whose placing team handles it
 * @param code of the case, for people
 * @param urgency 0 tonight, 1 within days, 2 can wait
 * @param state {@code waiting}, {@code placed}, {@code over}
 */
public record PlacementRequest(
    UUID id,
    UUID caseId,
    UUID organisation,
    String code,
    int urgency,
    String state,
    Wish wish,
    Instant since) {
  public static final int TONIGHT = 0;

  public static final int CAN_WAIT = 2;

  /**
   * What the placing team must know to find a place; encrypted with the case, without the identity.
   *
   * @param sex {@code female}, {@code male} or {@code unknown}, which fits only places for
   *     everybody
   * @param ageFrom youngest possible age in full years
   * @param ageUntil oldest possible age
   * @param languages languages that they understand
   * @param needs desirable services and training
   * @param access accessibility that they need
   * @param words further remarks
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

  /** Unencrypted data for lists. */
  public record Line(UUID id, String code, int urgency, Instant since) {}
}
