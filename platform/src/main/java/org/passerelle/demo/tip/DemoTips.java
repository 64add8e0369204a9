package org.passerelle.demo.tip;

import java.util.List;
import java.util.Map;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.language.ResourceYaml;
import org.passerelle.prevent.tip.TipContent;
import org.passerelle.prevent.tip.TipTeams;
import org.passerelle.prevent.tip.Tips;
import org.springframework.stereotype.Component;

/**
 * The triage team of the demonstration receives tips, and two have arrived: sent through the same
 * interface as a stranger's. A partner may report, too. Thread-safe.
 */
@Component
public class DemoTips {
  private final Users users;
  private final TipTeams teams;
  private final Tips tips;
  private final DemoPartners partners;

  DemoTips(Users users, TipTeams teams, Tips tips, DemoPartners partners) {
    this.users = users;
    this.teams = teams;
    this.tips = tips;
    this.partners = partners;
  }

  /** Does nothing if a team receives already. */
  public void receive() {
    if (teams.receiving().isEmpty()) {
      users.all().stream()
          .filter(user -> user.roles().contains(Role.TRIAGE_OFFICER))
          .findFirst()
          .ifPresent(this::receive);
    }
  }

  private void receive(User officer) {
    SignedIn who = signedIn(officer);
    teams.begin(who);
    users.all().stream()
        .filter(user -> user.roles().contains(Role.PROGRAMME_MANAGER))
        .findFirst()
        .ifPresent(manager -> partners.open(signedIn(manager), who));
    for (Map<String, Object> tip :
        ResourceYaml.maps(ResourceYaml.read("demo/tips.yaml").get("tips"))) {
      tips.send(
          tips.ticket(ResourceYaml.text(tip, "language")),
          officer.organisation(),
          content(tip),
          ResourceYaml.text(tip, "danger-now").equals("true"));
    }
  }

  private static SignedIn signedIn(User user) {
    return new SignedIn(user.id(), user.name(), user.organisation(), "", user.roles());
  }

  private static TipContent content(Map<String, Object> tip) {
    return new TipContent(
        ResourceYaml.text(tip, "kind"),
        ResourceYaml.text(tip, "what"),
        ResourceYaml.text(tip, "where"),
        ResourceYaml.text(tip, "when"),
        ResourceYaml.text(tip, "danger"),
        ResourceYaml.text(tip, "onward").equals("true"),
        List.of());
  }
}
