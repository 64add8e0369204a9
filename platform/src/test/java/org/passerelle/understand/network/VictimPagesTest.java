package org.passerelle.understand.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.network.ActorKind;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Pages on an actor who is a victim by the word of a role alone, which nobody ticked. */
@OnBothDatabases
class VictimPagesTest {
  @Parameter House house;

  @Test
  void nobodyWhoseRoleSaysVictimIsRankedOrHandedOut() {
    Member analyst = Member.of(house, Role.ANALYST);
    SignedIn who = Staff.signedIn(analyst.user());
    UUID id = house.get(Networks.class).begin("A house", "Who decides?", null, who);
    Changes changes = house.get(Changes.class);
    UUID boss = changes.addActor(id, actor("Anna", "recruiter"), who);
    UUID seen = changes.addActor(id, actor("Boris", "victim"), who);
    changes.addTie(id, NetworksTest.tie(boss, seen, "kinship"), who);
    Browser browser = analyst.browser();
    String at = "/understand/networks/" + id;
    assertThat(browser.get(at).body()).contains("k-victim");
    String table = browser.get(at + "/table").body();
    String rows = table.substring(table.indexOf("<tbody>"), table.indexOf("</tbody>"));
    assertThat(rows).contains("Anna").doesNotContain("Boris");
    assertThat(table).as("named below the ranking, without a measure").contains("Boris");
    for (String format : List.of("actors", "csv", "graphml", "gexf", "ftm", "svg")) {
      browser.get(at + "/export");
      // an analyst who sends the tick of a prosecutor gets no more
      Browser.Answer file = browser.post(at + "/export", "format", format, "victims", "1");
      assertThat(file.status()).as(format).isEqualTo(200);
      assertThat(file.body()).as(format).doesNotContain("Boris");
    }
    browser.get(at + "/export");
    assertThat(browser.post(at + "/export", "format", "actors").body()).contains("Anna");
  }

  private static ActorState actor(String label, String role) {
    return new ActorState("", ActorKind.PERSON, label, false, Map.of("role", List.of(role)), null);
  }
}
