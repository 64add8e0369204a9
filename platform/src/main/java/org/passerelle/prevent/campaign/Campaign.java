package org.passerelle.prevent.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A campaign with what belongs to it.
 *
 * @param organisation that entered it, and under whose key it is sealed
 * @param version of the campaign itself
 * @param materials those in use
 * @param briefs what countries of origin need to know
 */
public record Campaign(
    UUID id,
    UUID organisation,
    CampaignSheet sheet,
    int version,
    List<Part<CampaignMaterial>> materials,
    List<Part<CampaignBrief>> briefs) {
  public Campaign {
    materials = List.copyOf(materials);
    briefs = List.copyOf(briefs);
  }

  /** A part that is changed by itself. */
  public record Part<T extends CampaignText>(UUID id, int version, T text) {}

  /**
   * Where a campaign stands on a day: {@code planned}, {@code running}, {@code ended} or {@code
   * called-off}.
   */
  public String state(LocalDate today) {
    if (sheet.calledOff()) {
      return "called-off";
    }
    if (today.isBefore(sheet.from())) {
      return "planned";
    }
    return today.isAfter(sheet.until()) ? "ended" : "running";
  }

  /**
   * A revision of a part.
   *
   * @param kind {@code campaign}, {@code material} or {@code brief}
   * @param number from 1; {@code 0} if the part was taken out of use
   * @param changed values before and after by field; all of them in the first revision
   */
  public record Revision(
      UUID part, String kind, int number, Instant at, UUID by, Map<String, Values> changed) {}

  /** Values of a field before and after. */
  public record Values(List<String> before, List<String> after) {
    public Values {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }
}
