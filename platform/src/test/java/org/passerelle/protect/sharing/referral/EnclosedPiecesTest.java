package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.outbox.Received;
import org.passerelle.protect.sharing.enclosure.EnclosedPiece;
import org.passerelle.protect.sharing.enclosure.Enclosure;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.protect.sharing.referral.received.ReceivedEnclosures;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Sha256;
import org.passerelle.storage.Vault;

/**
 * Files arrive in pieces, in any order and once, and differences from the announcement are
 * detected.
 */
@OnBothDatabases
class EnclosedPiecesTest extends EnclosedScene {
  @Test
  void piecesCountOnceInAnyOrder() {
    hold(true);
    UUID id = sent(file("medical_report", "report.txt", SomeFiles.text(900_000)));
    List<String> pieces = payloads(id, EnclosedPiece.KIND);
    assertThat(pieces).hasSize(3);
    bring(id, EnclosedPiece.KIND, pieces.get(0));
    assertThat(rows("came_piece where referral = '" + id + "'"))
        .as("nothing here announced it")
        .isZero();
    bring(id, "referral.sent", payloads(id, "referral.sent").get(0));
    assertThat(came(id)).extracting(StoredEnclosures.Came::code).containsExactly("awaited");
    bring(id, EnclosedPiece.KIND, pieces.get(2));
    bring(id, EnclosedPiece.KIND, pieces.get(0));
    bring(id, EnclosedPiece.KIND, pieces.get(0));
    assertThat(came(id)).extracting(StoredEnclosures.Came::code).containsExactly("awaited");
    UUID caseId = house.get(ReceivedReferrals.class).accept(id, scene.recipient());
    assertThat(of(caseId)).isEmpty();
    bring(id, EnclosedPiece.KIND, pieces.get(1));
    assertThat(came(id)).extracting(StoredEnclosures.Came::code).containsExactly("whole");
    assertThat(of(caseId)).as("what comes later follows").hasSize(1);
    bring(id, EnclosedPiece.KIND, pieces.get(1));
    assertThat(of(caseId)).hasSize(1);
  }

  @Test
  void whatIsAlteredIsSeenAndNotOpened() {
    hold(true);
    UUID id = sent(file("medical_report", "other.txt", WORDS));
    bring(id, "referral.sent", payloads(id, "referral.sent").get(0));
    byte[] changed = WORDS.clone();
    changed[3] = 'x';
    bring(
        id,
        EnclosedPiece.KIND,
        payloads(id, EnclosedPiece.KIND)
            .get(0)
            .replaceFirst(
                "\"octets\":\"[^\"]+\"",
                "\"octets\":\"" + Base64.getEncoder().encodeToString(changed) + "\""));
    assertThat(came(id)).extracting(StoredEnclosures.Came::code).containsExactly("altered");
    StoredEnclosures.Came altered = came(id).get(0);
    assertThatThrownBy(() -> open(id, altered)).isInstanceOf(NotFound.class);
  }

  /** A foreign node may let through files that this one does not accept. */
  @Test
  void whatIsOfNoKindThatIsKeptIsRefusedOnReceipt() {
    hold(true);
    UUID id = sent(file("medical_report", "other.txt", WORDS));
    byte[] page = SomeFiles.text("<html><script>alert(1)</script>");
    bring(
        id,
        "referral.sent",
        payloads(id, "referral.sent")
            .get(0)
            .replaceFirst("\"size\":[0-9]+", "\"size\":" + page.length)
            .replaceFirst("\"digest\":\"[^\"]+\"", "\"digest\":\"" + Sha256.of(page) + "\""));
    bring(
        id,
        EnclosedPiece.KIND,
        payloads(id, EnclosedPiece.KIND)
            .get(0)
            .replaceFirst(
                "\"octets\":\"[^\"]+\"",
                "\"octets\":\"" + Base64.getEncoder().encodeToString(page) + "\""));
    assertThat(came(id)).extracting(StoredEnclosures.Came::code).containsExactly("refused");
  }

  @Test
  void aPieceHasTheSizeThatItsNumberSays() {
    Enclosure file =
        new Enclosure(
            UUID.randomUUID(),
            "a\u202Eb.txt",
            "x\u202Ey",
            "other",
            "file",
            "text/plain",
            10 << 20,
            "");
    assertThat(file.name()).isEqualTo("a b.txt");
    assertThat(file.description()).isEqualTo("x y");
    assertThat(file.pieces()).isEqualTo(27);
    assertThat(file.octetsOf(0)).isEqualTo(Enclosure.PIECE);
    assertThat(file.octetsOf(26)).isEqualTo((10 << 20) - 26 * Enclosure.PIECE);
    assertThat(file.octetsOf(27)).isEqualTo(-1);
    assertThat(file.octetsOf(-1)).isEqualTo(-1);
  }

  private List<String> payloads(UUID id, String type) {
    return house
        .db()
        .sql(
            """
            select id, sealed_under, payload from outbox_message
             where order_key = :id and type = :type order by occurred_at
            """)
        .param("id", id)
        .param("type", type)
        .query(
            (row, i) ->
                house
                    .get(Vault.class)
                    .open(
                        row.getObject("sealed_under", UUID.class),
                        "outbox_message.payload",
                        row.getBytes("payload")))
        .list();
  }

  private void bring(UUID id, String type, String payload) {
    Received message =
        new Received(
            UUID.randomUUID(),
            type,
            1,
            scene.sender().organisation(),
            scene.recipient().organisation(),
            id,
            house.clock().instant(),
            payload);
    house.inTransaction(
        () -> {
          if (type.equals(EnclosedPiece.KIND)) {
            house.get(ReceivedEnclosures.class).receive(message);
          } else {
            house.get(ReferralReceiver.class).receive(message);
          }
          return true;
        });
  }
}
