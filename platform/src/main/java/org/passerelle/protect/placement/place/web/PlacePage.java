package org.passerelle.protect.placement.place.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.placement.place.Bed;
import org.passerelle.protect.placement.place.Place;

/**
 * One place as its reader may see it.
 *
 * @param keeps whether the reader's team keeps it
 * @param places whether the reader's team places there
 * @param runs whether the reader is of the house
 * @param holds that stand
 * @param own organisation of the reader
 * @param names of organisations
 * @param colleagues names of those who hold beds
 */
public record PlacePage(
    Place place,
    boolean keeps,
    boolean places,
    boolean runs,
    List<Bed> holds,
    UUID own,
    Map<UUID, String> names,
    Map<UUID, String> colleagues,
    Instant now,
    Filled form,
    CaseWords words) {
  /** Where it stands. */
  public String at() {
    return "/protect/places/" + place.id();
  }

  /** An organisation by its name. */
  public String organisation(UUID id) {
    return names.getOrDefault(id, "…");
  }

  /** Who holds a bed: a colleague, or another team. */
  public String holder(Bed bed) {
    return bed.organisation().equals(own)
        ? colleagues.getOrDefault(bed.by(), "…")
        : organisation(bed.organisation());
  }

  /** Whether the reader may give a hold back. */
  public boolean mine(Bed bed) {
    return places && bed.organisation().equals(own);
  }

  /** Whether the reader may say how many are free. */
  public boolean confirms() {
    return keeps || runs;
  }

  /** Whom it takes, in a line. */
  public String takes(Page page) {
    return PlacesPage.takes(
        place.takes().sex(), place.takes().ageFrom(), place.takes().ageUntil(), words, page);
  }

  /** When the house last said how many are free, or null. */
  public @Nullable Instant confirmedAt() {
    return place.confirmedAt();
  }
}
