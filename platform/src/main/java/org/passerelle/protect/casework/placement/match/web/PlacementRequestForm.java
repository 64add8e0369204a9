package org.passerelle.protect.casework.placement.match.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.place.web.PlaceServices;

/** Form of a request for a place. */
final class PlacementRequestForm {
  private static final int OLDEST = 120;
  private static final Set<String> SEXES = Set.of("female", "male", "unknown");

  private PlacementRequestForm() {}

  static PlacementRequest.Wish read(Filled form, CodeOptions options) {
    int from = form.neededNumber("age_from", 0, OLDEST);
    int until = form.neededNumber("age_until", 0, OLDEST);
    if (until < from && form.errors().isEmpty()) {
      form.errors().add("age_until", "placement.error.ages");
    }
    List<String> needs = new ArrayList<>(form.codes("services", PlaceServices.CODES));
    needs.addAll(form.codes("training", options.codes("place_training")));
    return new PlacementRequest.Wish(
        form.neededCode("sex", SEXES),
        from,
        until,
        form.codes("languages", options.codes("languages")),
        needs,
        form.codes("access", options.codes("place_access")),
        form.text("words", 4000));
  }

  static int urgency(Filled form) {
    String urgency = form.neededCode("urgency", Set.of("0", "1", "2"));
    return urgency.isEmpty() ? PlacementRequest.CAN_WAIT : Integer.parseInt(urgency);
  }

  static Filled stored(int urgency, PlacementRequest.Wish wish, CodeOptions options) {
    Map<String, String> single = new HashMap<>();
    if (urgency >= 0) {
      single.put("urgency", String.valueOf(urgency));
    }
    single.put("sex", wish.sex());
    single.put("age_from", String.valueOf(wish.ageFrom()));
    single.put("age_until", String.valueOf(wish.ageUntil()));
    single.put("words", wish.words());
    return Filled.with(single)
        .and("languages", wish.languages())
        .and("services", wish.needs().stream().filter(PlaceServices.CODES::contains).toList())
        .and(
            "training",
            wish.needs().stream().filter(options.codes("place_training")::contains).toList())
        .and("access", wish.access());
  }

  /** Options of a fixed list. */
  static List<Option> options(List<String> codes, String prefix, org.passerelle.pages.Page page) {
    return codes.stream().map(code -> new Option(code, page.text(prefix + code))).toList();
  }
}
