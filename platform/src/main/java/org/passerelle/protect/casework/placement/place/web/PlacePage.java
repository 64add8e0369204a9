package org.passerelle.protect.casework.placement.place.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.placement.place.Bed;
import org.passerelle.protect.casework.placement.place.Place;

/**
 * View of a place, as far as its reader may see it.
 *
 * @param keeps whether the reader's team maintains it
 * @param places whether the reader's team places there
 * @param runs whether the reader belongs to the house
 * @param holds current holds
 * @param own organisation of the reader
 * @param names names of organisations
 * @param colleagues names of users who hold beds
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
    CodeWords words) {
  public String at() {
    return "/protect/places/" + place.id();
  }

  public String organisation(UUID id) {
    return names.getOrDefault(id, "…");
  }

  /** The holder of a bed: a colleague, or another team. */
  public String holder(Bed bed) {
    return bed.organisation().equals(own)
        ? colleagues.getOrDefault(bed.by(), "…")
        : organisation(bed.organisation());
  }

  /** Whether the reader may release a hold. */
  public boolean mine(Bed bed) {
    return places && bed.organisation().equals(own);
  }

  /** Whether the reader may report free beds. */
  public boolean confirms() {
    return keeps || runs;
  }

  /** Describes in one line whom the place takes. */
  public String takes(Page page) {
    return PlacesPage.takes(
        place.takes().sex(), place.takes().ageFrom(), place.takes().ageUntil(), words, page);
  }

  /** When the house last reported its free beds, or null. */
  public @Nullable Instant confirmedAt() {
    return place.confirmedAt();
  }
}
