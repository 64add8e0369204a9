package org.passerelle.protect.casework.placement.home.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.placement.place.Places;
import org.passerelle.protect.casework.placement.stay.Stay;
import org.passerelle.protect.casework.placement.stay.StayBoards;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Page of all persons placed by the team, including former ones, by house or by code. */
@Controller
@Allowed(Role.PLACEMENT_OFFICER)
class StayListController {
  private static final int LAST = 10_000;
  private final StayBoards boards;
  private final Places places;

  StayListController(StayBoards boards, Places places) {
    this.boards = boards;
    this.places = places;
  }

  @GetMapping("/protect/placement/stays")
  String list(Act act) {
    Filled asked = act.asked();
    String code = asked.text("code", 20);
    @Nullable UUID place = asked.id("place").orElse(null);
    int page = asked.number("page", 1, LAST).orElse(1);
    List<Stay.Line> found =
        code.isEmpty() ? boards.all(place, page, act.who()) : boards.byCode(code, act.who());
    List<Stay.Line> shown = found.stream().limit(StayBoards.PAGE).toList();
    Set<UUID> named = new HashSet<>();
    shown.forEach(stay -> named.add(stay.place()));
    if (place != null) {
      named.add(place);
    }
    return act.show(
        "protect/placement/stays",
        new StayList(
            shown,
            code,
            place,
            page,
            code.isEmpty() && found.size() > shown.size(),
            places.names(named, act.who())));
  }
}
