package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Screenings on a phone whose browser is killed while writing, submitting and updating, whose
 * storage is full or closed unexpectedly, whose clock is wrong, whose session has expired, over a
 * network that cuts, loses responses and duplicates: none is lost, none is stored twice.
 */
@ExtendWith(Chromium.class)
class PhoneLosesNothingTest {
  private static final int ROUNDS = Integer.getInteger("passerelle.rounds", 3);
  private static final int KILLS = Math.min(20, ROUNDS);
  private static final int SCREENINGS = ROUNDS < 20 ? 10 : 200;
  private final Path folder = Server.folder();
  private Server server;
  private Between between;
  private Profile profile;

  @BeforeEach
  void aHouseAndATelephone() {
    server = Server.start(folder.resolve("house"), "--demo=10");
    between = new Between(URI.create(server.address()).getPort(), 20_190_409);
    profile = new Profile(folder.resolve("phone"));
  }

  @AfterEach
  void closed() throws Exception {
    profile.close();
    between.close();
    server.close();
  }

  @Test
  void noScreeningIsLostOrDoubled() {
    Client office = Client.in(server.address(), "jelena.most");
    Set<String> before = Taken.all(office).keySet();
    PhoneHand hand = new PhoneHand(profile, between);
    hand.enrol();
    PhoneFaults phone = new PhoneFaults(hand, between, KILLS);
    for (int i = 0; i < SCREENINGS; i++) {
      phone.enter("mark-%03d-Здравка".formatted(i), i);
    }
    phone.finishWhatIsBegun();
    phone.handInEverything();
    assertThat(hand.said()).as("records by the telephone").hasSize(SCREENINGS);
    assertThat(phone.kills()).isEqualTo(KILLS);
    assertThat(between.bent()).as("the network was bad").isPositive();
    assertThat(phone.papers()).isGreaterThan(SCREENINGS / 3);
    assertThat(hand.papers()).as("photographs").hasSize(phone.papers()).containsOnly("1 of 1");
    System.out.println(phone.what() + ", " + between.bent() + " bent on the way");

    Taken taken = Taken.without(office, before);
    assertThat(taken.marks()).as("none lost, none doubled").isEqualTo(phone.entered());
    assertThat(taken.codes()).isEqualTo(hand.said());
  }
}
