package org.passerelle.understand.network.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.network.Networks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Networks: the list, a new one, its team. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class NetworksController implements RoomEntries {
  static final String HERE = "/understand/networks";
  private static final int NAME = 100;
  private final Networks networks;
  private final Diagnoses diagnoses;
  private final Users users;

  NetworksController(Networks networks, Diagnoses diagnoses, Users users) {
    this.networks = networks;
    this.diagnoses = diagnoses;
    this.users = users;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "understand", 5, "network.nav", HERE, List.of(Role.ANALYST, Role.PROSECUTOR)));
  }

  @GetMapping(HERE)
  String list(Act act) {
    return act.with("lines", networks.all(act.who())).show("understand/network/list");
  }

  @GetMapping(HERE + "/new")
  String blank(@RequestParam(defaultValue = "") String diagnosis, Act act) {
    act.form(Map.of("diagnosis", diagnosis));
    return form(act);
  }

  private String form(Act act) {
    return act.with("diagnoses", own(act.who())).show("understand/network/new");
  }

  private List<Option> own(SignedIn who) {
    return who.is(Role.ANALYST)
        ? diagnoses.all(who).stream()
            .map(line -> new Option(line.id().toString(), line.title()))
            .toList()
        : List.of();
  }

  @PostMapping(HERE)
  String begin(Act act) {
    Filled form = act.form();
    String title = form.neededText("title", NAME);
    String question = form.neededText("question", Filled.LONG);
    String diagnosis = form.code("diagnosis", own(act.who()));
    @Nullable UUID of = diagnosis.isEmpty() ? null : UUID.fromString(diagnosis);
    return act.submit(
        () -> form(act), () -> HERE + "/" + networks.begin(title, question, of, act.who()));
  }

  @GetMapping(HERE + "/{id}/team")
  String team(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return teamPage(id, act);
  }

  private String teamPage(UUID id, Act act) {
    List<UUID> members = networks.members(id, act.who());
    return act.with("opened", networks.find(id, act.who()))
        .with("members", members)
        .with("names", users.names(members))
        .with("addable", addable(members, act.who()))
        .show("understand/network/team");
  }

  private List<Option> addable(List<UUID> members, SignedIn who) {
    return Stream.of(Role.ANALYST, Role.PROSECUTOR)
        .flatMap(role -> users.with(who.organisation(), role).stream())
        .filter(user -> !members.contains(user.id()))
        .map(user -> new Option(user.id().toString(), user.name()))
        .distinct()
        .toList();
  }

  @PostMapping(HERE + "/{id}/team")
  String join(@PathVariable UUID id, Act act) {
    String colleague =
        act.form().neededCode("colleague", addable(networks.members(id, act.who()), act.who()));
    return act.submit(
        () -> teamPage(id, act),
        HERE + "/" + id + "/team",
        () -> networks.addMember(id, UUID.fromString(colleague), act.who()));
  }

  @PostMapping(HERE + "/{id}/team/{colleague}/remove")
  String leave(@PathVariable UUID id, @PathVariable UUID colleague, Act act) {
    return act.once(
        colleague.equals(act.who().user()) ? HERE : HERE + "/" + id + "/team",
        () -> networks.removeMember(id, colleague, act.who()));
  }
}
