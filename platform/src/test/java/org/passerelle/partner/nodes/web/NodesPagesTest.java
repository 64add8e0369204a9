package org.passerelle.partner.nodes.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.pages.picture.QrDrawing;
import org.passerelle.partner.nodes.identity.Fingerprint;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.partner.nodes.trust.Partners;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** An administrator adds another node, a second one agrees. */
@OnBothDatabases
class NodesPagesTest {
  @Parameter House house;
  private Member first;
  private Member second;
  private StubNode node;

  @BeforeEach
  void twoAdministrators() {
    UUID organisation = Staff.organisation(house).id();
    first = Member.in(house, organisation, Role.ADMINISTRATOR);
    second = Member.in(house, organisation, Role.ADMINISTRATOR);
    node = new StubNode(house, "http://127.0.0.1:9");
  }

  @AfterEach
  void nobodyCallsIt() {
    node.end();
  }

  @Test
  void aNodeIsProposedComparedAndAgreedTo() {
    String at = propose(node.descriptor()).location();
    assertThat(at).startsWith("/partner/nodes/");
    Browser.Answer page = first.browser().get(at);
    assertThat(page.body())
        .contains(
            String.join(
                " ", Objects.requireNonNull(node.known().proposed()).fingerprint().words()));
    Browser.Answer unread = first.browser().post(at + "/compare", "with", "", "same", "");
    assertThat(unread.status()).isEqualTo(422);
    assertThat(unread.body()).contains("Compare the words aloud first");
    assertThat(first.browser().post(at + "/compare", "with", "Ms K.", "same", "yes").status())
        .isEqualTo(302);
    assertThat(node.known().trusted()).isFalse();
    ApprovalRequest asked = house.get(Partners.class).waiting(node.known().id()).orElseThrow();
    Browser.Answer approvals = second.browser().get("/house/approvals");
    assertThat(approvals.body()).contains(node.name(), "Ms K.");
    Staff.agree(house, asked);
    assertThat(node.known().trusted()).isTrue();
    Browser.Answer list = first.browser().get("/partner/nodes");
    assertThat(list.body()).contains(node.name(), "trusted");
  }

  @Test
  void whatIsNoDescriptionOrNotOfAPartnerIsRefusedBesideItsField() {
    for (String wrong :
        new String[] {
          "hello",
          node.descriptor().substring(5),
          new StubNode(house, "http://10.0.0.1").descriptor(),
          new StubNode(house, "http://passerelle.invalid").descriptor(),
          new StubNode(house, "ftp://127.0.0.1").descriptor(),
          node.descriptor(Map.of(Staff.organisation(house).id(), "ngo")),
          node.descriptor(Map.of(node.organisation(), "brotherhood"))
        }) {
      Browser.Answer answer = propose(wrong);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body()).contains("descriptor-error");
    }
  }

  @Test
  void anOlderDescriptionReplacesNoNewerOneAndNoNodeTakesAnothersOrganisation() {
    String old = node.descriptor();
    node.agree(node.descriptor());
    assertThat(propose(old).body()).contains("A newer description");
    StubNode thief = new StubNode(house, "http://127.0.0.1:9");
    assertThat(propose(thief.descriptor(Map.of(node.organisation(), "ngo"))).body())
        .contains("hosted here or by another node");
  }

  @Test
  void noNodeTakesTheLogOrAKeyOfAnother() {
    node.agree(node.descriptor());
    StubNode thief = new StubNode(house, "http://127.0.0.1:9");
    assertThat(propose(thief.descriptorOf(node.log().text(), List.of())).body())
        .contains("The key of its log does not belong to a log of this node");
    assertThat(propose(thief.descriptorOf("no key", List.of())).body())
        .contains("The key of its log does not belong to a log of this node");
    assertThat(propose(thief.descriptorOf(thief.log().text(), List.of(node.signing()))).body())
        .contains("One of its keys is that of this node or of another one");
  }

  @Test
  void oneSuspendsAndTwoResume() {
    UUID id = node.trusted();
    first.browser().get("/partner/nodes/" + id);
    first.browser().post("/partner/nodes/" + id + "/suspend");
    assertThat(node.known().state()).isEqualTo("suspended");
    first.browser().get("/partner/nodes/" + id);
    first.browser().post("/partner/nodes/" + id + "/resume");
    assertThat(node.known().state()).isEqualTo("suspended");
    Staff.agree(house, house.get(Partners.class).waiting(id).orElseThrow());
    assertThat(node.known().state()).isEqualTo("trusted");
  }

  @Test
  void aNodeThatIsNotThereIsSaidToBeSo() {
    UUID id = node.trusted();
    first.browser().get("/partner/nodes/" + id);
    first.browser().post("/partner/nodes/" + id + "/call");
    assertThat(first.browser().get("/partner/nodes/" + id).body()).contains("not-there");
  }

  @Test
  void thePageShowsTheWordsThatOthersCompare() {
    assertThat(first.browser().get("/partner/nodes").body()).contains("start it with --address");
    Fingerprint own = house.get(NodeIdentity.class).fingerprint();
    assertThat(own.words()).hasSize(6);
    node.agree(node.descriptor());
    Fingerprint theirs = Objects.requireNonNull(node.known().descriptor()).fingerprint();
    assertThat(theirs.code()).isNotEqualTo(own.code());
    assertThat(first.browser().get("/partner/nodes/" + node.known().id()).body())
        .contains(String.join(" ", theirs.words()), "<svg class=\"qr\"", drawn(theirs));
  }

  /** What a telephone scans: the whole fingerprint. */
  private static String drawn(Fingerprint fingerprint) {
    return QrDrawing.of(fingerprint.code()).path();
  }

  private Browser.Answer propose(String descriptor) {
    first.browser().get("/partner/nodes");
    return first
        .browser()
        .postFile("/partner/nodes", "file", "", new byte[0], "descriptor", descriptor);
  }
}
