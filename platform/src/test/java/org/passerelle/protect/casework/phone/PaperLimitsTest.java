package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.gate.PhoneDoor;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** Limits of waiting documents, however many arrive at the same moment. */
@OnBothDatabases
@Tag("slow")
class PaperLimitsTest {
  @Parameter House house;

  @Test
  void nobodyFillsTheHouseWithPieces() throws Exception {
    Member officer = Member.of(house, Role.FIRST_RESPONDER);
    SignedIn who = Staff.signedIn(officer.user());
    TestPhone phone = TestPhone.of(officer);
    UUID record = house.get(Identifiers.class).next();
    // up to a colleague's quota, without going through the network
    Papers papers = house.get(Papers.class);
    byte[] piece = new byte[PhoneDoor.PIECE];
    long most = Papers.WAITING / PhoneDoor.PIECE - 1;
    UUID one = record;
    for (int i = 0; i < most; i++) {
      int number = i % (Papers.MOST_PIECES - 1);
      if (number == 0) {
        one = house.get(Identifiers.class).next();
      }
      papers.bring(new Papers.Piece(record, one, number, Papers.MOST_PIECES), piece, who);
    }
    List<Callable<Boolean>> hands = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      UUID other = house.get(Identifiers.class).next();
      hands.add(
          () -> {
            try {
              papers.bring(new Papers.Piece(record, other, 0, 2), piece, who);
              return true;
            } catch (RejectedRecord busy) {
              return false;
            }
          });
    }
    // there is room for one more, which one of eight simultaneous uploads gets
    assertThat(AtOnce.all(hands)).containsOnlyOnce(true);
    TestPhone.Answer more = phone.piece(record, house.get(Identifiers.class).next(), 0, 2, piece);
    assertThat(more.status()).isEqualTo(429);
    assertThat(more.whole().headers().firstValue("Retry-After")).isPresent();
    house.clock().pass(Duration.ofDays(31));
    house.get(PaperRounds.class).endAbandoned();
  }
}
