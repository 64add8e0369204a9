package org.passerelle.prosecute.investigation.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.Investigators;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The team of an investigation. */
@Controller
@Investigators
class TeamController {
  private static final String HERE = InvestigationPages.HERE + "/{id}/team";
  private final InvestigationTeam team;
  private final InvestigationPages pages;
  private final Users users;

  TeamController(InvestigationTeam team, InvestigationPages pages, Users users) {
    this.team = team;
    this.pages = pages;
    this.users = users;
  }

  @GetMapping(HERE)
  String show(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    List<InvestigationTeam.Line> members = team.of(id, act.who());
    return act.with("head", pages.head(id, "team", act))
        .with("members", members)
        .with("names", users.names(members.stream().map(InvestigationTeam.Line::user).toList()))
        .with("colleagues", colleagues(act))
        .show("prosecute/investigation/team");
  }

  private List<Option> colleagues(Act act) {
    return team.eligible(act.who()).stream()
        .map((User user) -> new Option(user.id().toString(), user.name()))
        .toList();
  }

  @PostMapping(HERE)
  @Confirmed("prosecute.done.team-added")
  @Allowed(Role.PROSECUTOR)
  String add(@PathVariable UUID id, Act act) {
    String colleague = act.form().neededCode("colleague", colleagues(act));
    var moments = act.page().moments();
    @Nullable Instant until =
        act.form().day("until", moments.today().plusYears(10)).map(moments::end).orElse(null);
    return act.refusalsAt("colleague")
        .submit(
            () -> page(id, act),
            InvestigationPages.HERE + "/" + id + "/team",
            () -> team.add(id, UUID.fromString(colleague), until, act.who()));
  }

  @PostMapping(HERE + "/{colleague}/remove")
  @Confirmed("prosecute.done.team-removed")
  String remove(@PathVariable UUID id, @PathVariable UUID colleague, Act act) {
    return act.once(
        colleague.equals(act.who().user())
            ? InvestigationPages.HERE
            : InvestigationPages.HERE + "/" + id + "/team",
        () -> team.remove(id, colleague, act.who()));
  }
}
