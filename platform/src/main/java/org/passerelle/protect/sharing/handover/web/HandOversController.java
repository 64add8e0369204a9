package org.passerelle.protect.sharing.handover.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.sharing.handover.CrossBorderHandOvers;
import org.passerelle.protect.sharing.handover.Deputies;
import org.passerelle.protect.sharing.handover.SearchesWithoutFile;
import org.passerelle.protect.sharing.transfer.Transfers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages that list all hand-overs by country and deadline, and the deputies. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR, Role.FOCAL_POINT, Role.NATIONAL_COORDINATOR})
class HandOversController implements RoomEntries {
  private static final int SHOWN = 500;
  private static final String ALL = "/protect/handovers";
  private static final String DEPUTIES = "/protect/deputies";
  private final CrossBorderHandOvers handOvers;
  private final SearchesWithoutFile searches;
  private final Deputies deputies;
  private final HandOverPages pages;
  private final Transfers transfers;

  HandOversController(
      CrossBorderHandOvers handOvers,
      SearchesWithoutFile searches,
      Deputies deputies,
      HandOverPages pages,
      Transfers transfers) {
    this.searches = searches;
    this.transfers = transfers;
    this.handOvers = handOvers;
    this.deputies = deputies;
    this.pages = pages;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect",
            32,
            "handover.nav",
            ALL,
            List.of(
                Role.CASE_MANAGER, Role.SUPERVISOR, Role.FOCAL_POINT, Role.NATIONAL_COORDINATOR)));
  }

  @GetMapping(ALL)
  String all(Act act) {
    boolean country = act.who().is(Role.NATIONAL_COORDINATOR);
    act.with("transfers", transfers.ofCountry(act.who(), SHOWN));
    return pages.list(
        "all",
        country ? handOvers.ofCountry(act.who(), SHOWN) : handOvers.mine(act.who(), SHOWN),
        country,
        searches.of(act.who()),
        act);
  }

  /** The national coordinator ends the search for somebody of whom no file is left. */
  @PostMapping(ALL + "/{id}/search-ended")
  @Allowed(Role.NATIONAL_COORDINATOR)
  String endSearch(@PathVariable UUID id, Act act) {
    return act.submit(
        () -> all(act),
        () -> {
          searches.end(id, act.who());
          act.notice("good", "handover.search-ended");
          return ALL;
        });
  }

  @GetMapping(DEPUTIES)
  @Allowed({Role.FOCAL_POINT, Role.SUPERVISOR})
  String deputies(Act act) {
    List<User> focal = deputies.focalPoints(act.who().organisation());
    act.with("focalPoints", focal);
    act.with("deputies", deputies.of(act.who().organisation()));
    act.with("options", focal.stream().map(u -> new Option(u.id().toString(), u.name())).toList());
    act.form();
    return act.show("protect/handover/deputies");
  }

  @PostMapping(DEPUTIES)
  @Allowed({Role.FOCAL_POINT, Role.SUPERVISOR})
  String name(Act act) {
    Filled form = act.form();
    UUID focal = form.id("focal").orElse(new UUID(0, 0));
    UUID deputy = form.id("deputy").orElse(null);
    return act.refusalsAt("deputy")
        .submit(
            () -> deputies(act),
            () -> {
              deputies.name(focal, deputy, act.who());
              act.notice("good", "handover.deputy-saved");
              return DEPUTIES;
            });
  }
}
