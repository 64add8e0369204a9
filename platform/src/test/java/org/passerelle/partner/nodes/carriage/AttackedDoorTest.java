package org.passerelle.partner.nodes.carriage;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.util.Base64URL;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.gate.NodeDoor;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.partner.nodes.trust.Partners;

/** What somebody brings who plays a partner, or bends what a partner sent. */
class AttackedDoorTest extends DoorScene {
  @Test
  void aStrangerGetsNoReason() {
    StubNode stranger = new StubNode(house, "http://127.0.0.1:9");
    stranger(bring(stranger.sealed(stranger.envelope("ping", null, "{}"))));
    stranger(bring("not an envelope"));
    stranger(bring(""));
    house.clock().pass(Duration.ofMinutes(2));
    stranger(bring("not an envelope"));
    assertThat(
            house
                .db()
                .sql("select count(*) from audit_entry where action = 'node.stranger-refused'")
                .query(Integer.class)
                .single())
        .isPositive();
  }

  @Test
  void aSuspendedNodeIsAStranger() {
    house.get(Partners.class).suspend(node.known().id(), house.somebody(Role.ADMINISTRATOR));
    stranger(bring(node.sealed(node.envelope("ping", null, "{}"))));
  }

  @Test
  void aNodeWithOtherKeysIsAStrangerUntilTheyWereCompared() {
    node.renew();
    String sealed = node.sealed(node.envelope("ping", null, "{}"));
    stranger(bring(sealed));
    SignedIn administrator = house.somebody(Role.ADMINISTRATOR);
    house.get(Partners.class).propose(node.descriptor(), administrator);
    assertThat(node.known().bringsKeys()).isTrue();
    stranger(bring(node.sealed(node.envelope("ping", null, "{}"))));
    node.agree(node.descriptor());
    assertThat(bring(node.sealed(node.envelope("ping", null, "{}"))).statusCode()).isEqualTo(200);
  }

  @Test
  void oneFlippedLetterAnywhereIsRefused() {
    String sealed = node.sealed(node.envelope("ping", null, "{}"));
    for (int i = 0; i < sealed.length(); i += 29) {
      char flipped = sealed.charAt(i) == 'A' ? 'B' : 'A';
      if (sealed.charAt(i) != '.') {
        stranger(bring(sealed.substring(0, i) + flipped + sealed.substring(i + 1)));
      }
    }
  }

  @Test
  void noOtherAlgorithmIsTaken() throws Exception {
    String sealed = node.sealed(node.envelope("ping", null, "{}"));
    String header = JWEObject.parse(sealed).getHeader().toString();
    for (String other :
        new String[] {
          header.replace("ECDH-ES+A256KW", "dir"),
          header.replace("A256GCM", "A128CBC-HS256"),
          header.replace("{", "{\"zip\":\"DEF\","),
          header.replace("{", "{\"crit\":[\"exp\"],\"exp\":1,"),
          header.replace("{", "{\"jku\":\"http://127.0.0.1:9/\",")
        }) {
      stranger(bring(Base64URL.encode(other) + sealed.substring(sealed.indexOf('.'))));
    }
    for (String none :
        new String[] {
          "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.",
          Base64URL.encode("{\"alg\":\"none\",\"typ\":\"passerelle-envelope+jwt\",\"kid\":\"x\"}")
              + "."
              + Base64URL.encode("{}")
              + "."
        }) {
      stranger(bring(none));
    }
  }

  @Test
  void aPointThatIsNotOnTheCurveIsRefused() throws Exception {
    String sealed = node.sealed(node.envelope("ping", null, "{}"));
    String header = JWEObject.parse(sealed).getHeader().toString();
    String y = Base64URL.encode(new byte[32]).toString();
    String off = header.replaceAll("\"y\":\"[^\"]+\"", "\"y\":\"" + y + "\"");
    assertThat(off).isNotEqualTo(header);
    stranger(bring(Base64URL.encode(off) + sealed.substring(sealed.indexOf('.'))));
  }

  @Test
  void whatIsTooLargeIsNotRead() {
    assertThat(bring("x".repeat((int) NodeDoor.MOST + 1)).statusCode()).isEqualTo(413);
  }
}
