package org.passerelle.understand.network.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Filled;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
  private final OnceOnly once;

  NetworksController(Networks networks, Diagnoses diagnoses, Users users, OnceOnly once) {
    this.networks = networks;
    this.diagnoses = diagnoses;
    this.users = users;
    this.once = once;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "understand", 5, "network.nav", HERE, List.of(Role.ANALYST, Role.PROSECUTOR)));
  }

  @GetMapping(HERE)
  String list(@AuthenticationPrincipal SignedIn who, Model model) {
    model.addAttribute("lines", networks.all(who));
    return "understand/network/list";
  }

  @GetMapping(HERE + "/new")
  String blank(
      @RequestParam(defaultValue = "") String diagnosis,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return form(Filled.with(Map.of("diagnosis", diagnosis)), who, model);
  }

  private String form(Filled form, SignedIn who, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("diagnoses", own(who));
    return "understand/network/new";
  }

  private List<Option> own(SignedIn who) {
    return who.is(Role.ANALYST)
        ? diagnoses.all(who).stream()
            .map(line -> new Option(line.id().toString(), line.title()))
            .toList()
        : List.of();
  }

  @PostMapping(HERE)
  String begin(
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    String title = form.neededText("title", NAME);
    String question = form.neededText("question", Filled.LONG);
    String diagnosis =
        form.code("diagnosis", own(who).stream().map(Option::value).collect(Collectors.toSet()));
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(form, who, model);
    }
    @Nullable UUID of = diagnosis.isEmpty() ? null : UUID.fromString(diagnosis);
    return once.run(form.once(), who, () -> HERE + "/" + networks.begin(title, question, of, who));
  }

  @GetMapping(HERE + "/{id}/team")
  String team(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
    return team(id, Filled.with(Map.of()), who, model);
  }

  private String team(UUID id, Filled form, SignedIn who, Model model) {
    OpenedNetwork opened = networks.find(id, who);
    List<UUID> members = networks.members(id, who);
    model.addAttribute("opened", opened);
    model.addAttribute("members", members);
    model.addAttribute("names", users.names(members));
    model.addAttribute("addable", addable(members, who));
    model.addAttribute("form", form);
    return "understand/network/team";
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
  String join(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    Set<String> addable =
        addable(networks.members(id, who), who).stream()
            .map(Option::value)
            .collect(Collectors.toSet());
    String colleague = form.neededCode("colleague", addable);
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return team(id, form, who, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          networks.addMember(id, UUID.fromString(colleague), who);
          return HERE + "/" + id + "/team";
        });
  }

  @PostMapping(HERE + "/{id}/team/{colleague}/remove")
  String leave(
      @PathVariable UUID id,
      @PathVariable UUID colleague,
      @RequestParam("_once") UUID token,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        token,
        who,
        () -> {
          networks.removeMember(id, colleague, who);
          return colleague.equals(who.user()) ? HERE : HERE + "/" + id + "/team";
        });
  }
}
