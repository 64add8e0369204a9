package org.passerelle.prosecute.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.Scenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.network.Networks;

/** A link to a network opens nothing. */
@OnBothDatabases
class NetworkLinksTest {
  @Parameter House house;

  @Test
  void whoIsNotOnTheTeamOfANetworkReadsNoTitle() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn prosecutor = begun.prosecutor();
    UUID network = house.get(Networks.class).begin("Heron ring", "?", null, prosecutor);
    links().link(begun.id(), network, prosecutor);
    links().link(begun.id(), network, prosecutor);
    assertThat(links().of(begun.id(), prosecutor))
        .singleElement()
        .satisfies(link -> assertThat(link.seen()).isNotNull());
    Member member = Member.in(house, prosecutor.organisation(), Role.INVESTIGATOR);
    SignedIn investigator = Staff.signedIn(member.user());
    house.get(InvestigationTeam.class).add(begun.id(), investigator.user(), null, prosecutor);
    assertThat(member.browser().get("/prosecute/investigations/" + begun.id() + "/networks").body())
        .contains("Another network")
        .doesNotContain("Heron ring");
    UUID own = house.get(Networks.class).begin("Mine", "?", null, prosecutor);
    assertThatThrownBy(() -> links().link(begun.id(), own, investigator))
        .isInstanceOf(NotFound.class);
    links().unlink(begun.id(), network, investigator);
    assertThat(links().of(begun.id(), prosecutor)).isEmpty();
  }

  /** The list of networks ends somewhere, but what is linked is found by itself. */
  @Test
  void aLinkedNetworkIsNamedHoweverManyCameAfterIt() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn who = begun.prosecutor();
    Networks networks = house.get(Networks.class);
    UUID first = networks.begin("Heron ring", "?", null, who);
    links().link(begun.id(), first, who);
    int listed = 200;
    for (int i = 0; i < listed; i++) {
      house.clock().pass(Duration.ofSeconds(1));
      networks.begin("Later", "?", null, who);
    }
    assertThat(networks.all(who)).noneMatch(line -> line.id().equals(first));
    assertThat(links().of(begun.id(), who))
        .singleElement()
        .satisfies(link -> assertThat(link.seen()).isNotNull());
  }

  private NetworkLinks links() {
    return house.get(NetworkLinks.class);
  }
}
