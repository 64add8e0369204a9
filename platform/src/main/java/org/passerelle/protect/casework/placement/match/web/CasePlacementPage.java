package org.passerelle.protect.casework.placement.match.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Tie;
import org.passerelle.protect.casework.placement.place.web.PlaceServices;
import org.passerelle.protect.casework.placement.stay.Stay;

/**
 * View of a placement for the team of the case: whether the person is safe, never where.
 *
 * @param asked current request, or null
 * @param zones number of current zones
 */
public record CasePlacementPage(
    Case file,
    @Nullable PlacementRequest asked,
    List<Stay> stays,
    List<Tie> ties,
    int zones,
    Filled form,
    CaseWords words) {
  public String at() {
    return "/protect/cases/" + file.id() + "/placement";
  }

  /** The current stay, if any. */
  public Optional<Stay> open() {
    return stays.stream().filter(Stay::open).findFirst();
  }

  /** Status of the person, as a code. */
  public String stands() {
    return open().map(Stay::state).orElse(asked == null ? "none" : "waiting");
  }

  /** Badge colour of the status. */
  public String colour() {
    return switch (stands()) {
      case "there" -> "good";
      case "missing" -> "danger";
      case "none" -> "";
      default -> "warn";
    };
  }

  public List<Option> urgencies(Page page) {
    return PlacementRequestForm.options(List.of("0", "1", "2"), "match.urgency.", page);
  }

  public List<Option> sexes(Page page) {
    return PlacementRequestForm.options(List.of("female", "male", "unknown"), "match.sex.", page);
  }

  public List<Option> kinds(Page page) {
    return PlacementRequestForm.options(List.of("together", "apart"), "match.tie.", page);
  }

  public List<Option> services() {
    return PlaceServices.choices(words);
  }
}
