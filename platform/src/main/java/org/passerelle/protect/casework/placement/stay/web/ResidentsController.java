package org.passerelle.protect.casework.placement.stay.web;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.casework.placement.stay.HouseStays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages for house staff: residents, the information about them, and what staff record. */
@Controller
@Allowed(Role.HOUSE_STAFF)
class ResidentsController implements RoomEntries {
  private static final String ALL = "/protect/residents";
  private static final String ONE = ALL + "/{id}";
  private static final int WORDS = 4000;
  private final HouseStays stays;
  private final Organisations organisations;
  private final CodeOptions options;

  ResidentsController(HouseStays stays, Organisations organisations, CodeOptions options) {
    this.stays = stays;
    this.organisations = organisations;
    this.options = options;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("protect", 13, "stay.house.nav", ALL, List.of(Role.HOUSE_STAFF)));
  }

  @GetMapping(ALL)
  String all(Act act) {
    List<HouseStays.Resident> here = stays.here(act.who());
    Set<UUID> placing = new HashSet<>();
    here.forEach(one -> placing.add(one.placedBy()));
    return act.show("protect/placement/stay/residents", page(here, placing, act));
  }

  private ResidentsPage page(List<HouseStays.Resident> here, Set<UUID> placing, Act act) {
    return new ResidentsPage(
        here,
        organisations.all().stream()
            .filter(one -> placing.contains(one.id()))
            .collect(Collectors.toMap(Organisation::id, one -> one.name().in(act.language()))),
        act.page().moments().now());
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, Act act) {
    return act.show(
        "protect/placement/stay/resident",
        new ResidentPage(
            stays.read(id, act.who()),
            act.page().moments().now(),
            act.form(),
            new CodeWords(options, act.language())));
  }

  @PostMapping(ONE + "/arrived")
  String arrived(@PathVariable UUID id, Act act) {
    return saved(id, "stay.saved", act, () -> stays.arrive(id, act.who()));
  }

  @PostMapping(ONE + "/away")
  String away(@PathVariable UUID id, Act act) {
    boolean there = stays.isThere(id, act.who());
    Instant back = TypedMoment.asked(there, "away_back", "stay.away.back", act);
    String words = act.form().text("away_words", WORDS);
    return saved(id, "stay.saved", act, () -> stays.away(id, back, words, act.who()));
  }

  @PostMapping(ONE + "/missing")
  String missing(@PathVariable UUID id, Act act) {
    String words = act.form().text("missing_words", WORDS);
    return saved(id, "stay.house.alarm", act, () -> stays.missing(id, words, act.who()));
  }

  @PostMapping(ONE + "/incident")
  String incident(@PathVariable UUID id, Act act) {
    String words = act.form().neededText("words", WORDS);
    return saved(id, "stay.saved", act, () -> stays.incident(id, words, act.who()));
  }

  private String saved(UUID id, String notice, Act act, Runnable work) {
    return act.submit(
        () -> one(id, act),
        ALL + "/" + id,
        () -> {
          work.run();
          act.notice(notice.equals("stay.saved") ? "good" : "danger", notice);
        });
  }
}
