package org.passerelle.partner.nodes.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.audit.ConsistencyProof;
import org.passerelle.audit.MerkleTree;
import org.passerelle.partner.nodes.carriage.EnvelopeDoor;
import org.passerelle.partner.nodes.envelope.Receipt;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Sha256;

/** Check 25: a partner whose log was rolled back from a backup, or rewritten, is reported. */
@OnBothDatabases
@Tag("postgresql")
class WitnessTest {
  @Parameter House house;
  private StubNode node;
  private final List<String> log = new ArrayList<>();

  @BeforeEach
  void aPartnerWithALog() {
    node = new StubNode(house, "http://127.0.0.1:9");
    node.trusted();
    grow("a", 10);
  }

  @AfterEach
  void nobodyCallsIt() {
    node.end();
  }

  @Test
  void aLogThatGrowsIsKept() {
    assertThat(held(send(10, 0))).isEqualTo(10);
    grow("b", 15);
    assertThat(held(send(25, 0))).as("not shown to continue").isEqualTo(10);
    assertThat(held(send(25, 10))).isEqualTo(25);
    assertThat(held(send(25, 0))).as("the same again").isEqualTo(25);
    assertThat(reports()).isEmpty();
  }

  @Test
  void aLogThatWasRolledBackIsReportedAlsoWhenItHasGrownAgain() {
    send(10, 0);
    log.subList(6, 10).clear();
    assertThat(held(send(6, 0))).isEqualTo(10);
    assertThat(reports()).containsExactly("rolled-back");
    grow("after the restore", 20);
    send(26, 10);
    assertThat(reports()).containsExactlyInAnyOrder("rolled-back", "split");
    assertThat(lines()).isEqualTo(2);
    send(26, 10);
    assertThat(lines()).as("said once").isEqualTo(2);
  }

  @Test
  void anotherPastOfTheSameLengthIsReported() {
    send(10, 0);
    log.set(3, Sha256.of("rewritten"));
    send(10, 0);
    assertThat(reports()).containsExactly("split");
  }

  /** What a restored backup sends first: the last root of before. */
  @Test
  void aRootThatIsHeldIsReportedWhenItIsShownAfterALargerOne() {
    send(10, 0);
    grow("b", 15);
    send(25, 10);
    log.subList(10, 25).clear();
    assertThat(held(send(10, 0))).isEqualTo(25);
    assertThat(reports()).containsExactly("rolled-back");
    send(10, 0);
    assertThat(lines()).as("said once").isOne();
  }

  @Test
  void aRestoreThatIsKnownBeginsAnewWhenTwoSaySo() {
    Witness witness = house.get(Witness.class);
    SignedIn administrator = house.somebody(Role.ADMINISTRATOR);
    send(10, 0);
    assertThatThrownBy(() -> witness.askToBeginAnew(node.known().id(), administrator))
        .isInstanceOf(Refused.class);
    log.subList(6, 10).clear();
    send(6, 0);
    witness.askToBeginAnew(node.known().id(), administrator);
    assertThat(reports()).as("one alone ends no alarm").containsExactly("rolled-back");
    Staff.agree(house, waiting());
    assertThat(reports()).isEmpty();
    assertThat(held(send(6, 0))).isEqualTo(6);
  }

  @Test
  void whatIsReportedAfterSomebodyAskedIsNotEndedByIt() {
    send(10, 0);
    log.subList(6, 10).clear();
    send(6, 0);
    house.get(Witness.class).askToBeginAnew(node.known().id(), house.somebody(Role.ADMINISTRATOR));
    grow("after the restore", 20);
    send(26, 10);
    assertThatThrownBy(() -> Staff.agree(house, waiting())).isInstanceOf(Refused.class);
    assertThat(reports()).containsExactlyInAnyOrder("rolled-back", "split");
  }

  private ApprovalRequest waiting() {
    return house.get(Approvals.class).waiting(LogRestart.KIND, node.known().id()).orElseThrow();
  }

  @Test
  void aRootThatAnotherKeySignedIsNone() {
    String root = root(10);
    String forged = new StubNode(house, "http://127.0.0.1:9").log().sign(10, root);
    Receipt receipt = bring(body(10, 0, root, forged));
    assertThat(receipt.outcome()).isEqualTo(Receipt.Outcome.REFUSED);
    assertThat(receipt.reason()).isEqualTo("signature");
    assertThat(house.get(Witness.class).held(node.known().id())).isEmpty();
  }

  private void grow(String name, int entries) {
    for (int i = 0; i < entries; i++) {
      log.add(Sha256.of(name + i));
    }
  }

  private Receipt send(int size, int from) {
    return bring(body(size, from, root(size), node.log().sign(size, root(size))));
  }

  private String body(int size, int from, String root, String note) {
    List<String> proof =
        from == 0 ? List.of() : ConsistencyProof.make(from, size, (a, b) -> root((int) a, (int) b));
    return """
        {"size":%d,"root":"%s","note":"%s","from":%d,"proof":[%s]}
        """
        .formatted(
            size,
            root,
            note.replace("\n", "\\n"),
            from,
            proof.stream().map(hash -> "\"" + hash + "\"").collect(Collectors.joining(",")));
  }

  private Receipt bring(String body) {
    EnvelopeDoor.Answer answer =
        house
            .get(EnvelopeDoor.class)
            .bring(node.sealed(node.envelope("checkpoint", null, body)), "127.0.0.1");
    return Receipt.read(
        answer.receipt().orElseThrow(),
        key ->
            house.get(NodeIdentity.class).keys().stream()
                .filter(k -> k.id().equals(key))
                .findFirst());
  }

  private static long held(Receipt receipt) {
    return Objects.requireNonNull(receipt.held()).size();
  }

  private String root(int size) {
    return root(0, size);
  }

  private String root(int from, int to) {
    MerkleTree tree = new MerkleTree();
    log.subList(from, to).forEach(tree::add);
    return tree.root();
  }

  private List<String> reports() {
    return house.get(Witness.class).reports(node.known().id()).stream()
        .map(Witness.Report::state)
        .toList();
  }

  private int lines() {
    return house
        .db()
        .sql(
            """
            select count(*) from audit_entry
             where action in ('node.log-rolled-back', 'node.log-split') and subject = :node
            """)
        .param("node", node.known().id())
        .query(Integer.class)
        .single();
  }
}
