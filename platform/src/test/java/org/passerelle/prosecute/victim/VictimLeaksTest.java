package org.passerelle.prosecute.victim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.gate.Spoken;
import org.passerelle.house.Routes;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.joint.JointTeams;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/**
 * Condition 4: on no page of this room, in no log and in no table stands who or where a victim is,
 * although the basis covers everything. Pages are taken from the routes, so that a new one is
 * searched by itself and fails when nobody can open it.
 */
@OnBothDatabases
class VictimLeaksTest {
  /** What another node shares; JointExhibitsBetweenNodesTest looks at it, with two offices. */
  private static final String OF_ANOTHER_NODE = "/prosecute/joint-teams/{team}/exhibits/{exhibit}";

  private static final Pattern VARIABLE = Pattern.compile("(/[a-z-]+/)\\{[^}]+}");
  private static final Set<String> ALL =
      Set.of("identity", "contact", "case", "narrative", "health", "location");

  @Parameter House house;

  @Test
  void noPageOfThisRoomSaysWhoOrWhereAVictimIs() throws Exception {
    Spoken log = new Spoken();
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "prosecutor");
    UUID organisation = scene.recipient().organisation();
    Member member = Member.in(house, organisation, Role.PROSECUTOR, Role.INVESTIGATOR);
    SignedIn who = Staff.signedIn(member.user());
    UUID id = new Scenes(house).begun(who).id();
    Map<String, UUID> known = new LinkedHashMap<>(new Scenes(house).filled(id, who));
    UUID basis = scenes.consent(scene, "prosecution", ALL, "adult", null);
    house.get(Victims.class).enter(id, basis, who);
    String code = house.get(Cases.class).find(scene.caseId(), scene.sender()).code();
    Member colleague = Member.in(house, organisation, Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(id, colleague.user().id(), null, who);
    UUID joint = Objects.requireNonNull(known.get("/joint-teams/"));
    house.get(JointTeams.class).name(joint, colleague.user().id(), who);
    Member outside = Member.in(house, organisation, Role.PROSECUTOR);
    List<String> words = List.of("Xhemile", "+355 00 000 009", "Lumi", code);
    int pages = 0;
    for (String path : paths(known)) {
      for (Browser browser : List.of(member.browser(), colleague.browser())) {
        Browser.Answer page = browser.get(path);
        boolean forBoth =
            !path.matches(
                ".*/(new|take-over|seal|container|figures|figures\\.(csv|xlsx|pdf)|joint-invitations/.*"
                    + "|shared-exhibits/.*/content)");
        if (browser.equals(member.browser()) || forBoth) {
          assertThat(page.status()).as(path).isEqualTo(200);
        }
        for (String word : words) {
          assertThat(page.body()).as(path + " " + word).doesNotContain(word);
        }
        pages++;
      }
      if (path.contains(id.toString())
          || path.contains(joint.toString())
          || path.contains("/shared-exhibits/")) {
        assertThat(outside.browser().get(path).status()).as(path).isEqualTo(404);
      }
    }
    assertThat(pages).isGreaterThan(40);
    assertThat(member.browser().get("/prosecute/investigations/" + id + "/victims").body())
        .contains("V-1");
    for (String word : List.of("Xhemile", "Anton Grey", "33600000014")) {
      assertThat(log.text().toLowerCase(Locale.ROOT)).doesNotContain(word.toLowerCase(Locale.ROOT));
      assertThat(new InClear(house).columns(word)).as(word).isEmpty();
    }
    log.close();
  }

  private List<String> paths(Map<String, UUID> known) {
    return Routes.of(house).stream()
        .filter(route -> route.method().equals("GET"))
        .map(Routes.Route::path)
        .filter(path -> path.equals("/prosecute") || path.startsWith("/prosecute/"))
        .filter(path -> !path.equals(OF_ANOTHER_NODE))
        .map(path -> filled(path, known))
        .toList();
  }

  private static String filled(String path, Map<String, UUID> known) {
    Matcher variable = VARIABLE.matcher(path);
    StringBuilder filled = new StringBuilder();
    while (variable.find()) {
      UUID one = known.get(variable.group(1));
      assertThat(one).as("no %s for %s; enter one in Scenes", variable.group(1), path).isNotNull();
      variable.appendReplacement(filled, variable.group(1) + one);
    }
    return variable.appendTail(filled).toString();
  }
}
