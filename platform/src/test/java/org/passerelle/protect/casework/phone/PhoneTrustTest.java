package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone that was offline for long finds its way to the node's current keys. */
@OnBothDatabases
@Tag("slow")
class PhoneTrustTest {
  private static final JsonMapper JSON = new JsonMapper();
  @Parameter House house;
  private Instant began;

  @BeforeEach
  void now() {
    began = house.clock().instant();
  }

  @AfterEach
  void back() {
    house.clock().set(began);
    // keys left by the future days of other tests
    house.get(NodeIdentity.class).renew(true);
    house.db().sql("delete from phone_trust").update();
  }

  private JsonNode asked() {
    return PhoneCalls.get(house, "none", "/phone/key").json();
  }

  private void days(int days) {
    for (int day = 0; day < days; day++) {
      house.clock().pass(Duration.ofDays(1));
      house.get(PhoneRounds.class).followTrust();
    }
  }

  /** The content, if it was signed by one of these. */
  private static Optional<JsonNode> verified(String compact, List<ECKey> trust) {
    try {
      JWSObject signed = JWSObject.parse(compact);
      assertThat(signed.getHeader().getType().getType()).isEqualTo(PhoneKeys.TYPE);
      for (ECKey key : trust) {
        if (key.getKeyID().equals(signed.getHeader().getKeyID())
            && signed.verify(new ECDSAVerifier(key))) {
          return Optional.of(JSON.readTree(signed.getPayload().toString()));
        }
      }
      return Optional.empty();
    } catch (ParseException | JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static List<ECKey> trust(JsonNode statement) {
    List<ECKey> keys = new ArrayList<>();
    for (JsonNode one : statement.required("trust")) {
      try {
        keys.add(ECKey.parse(one.toString()));
      } catch (ParseException e) {
        throw new AssertionError(e);
      }
    }
    return keys;
  }

  /** As a phone does it: a statement signed by a trusted key says which key to trust next. */
  private static List<ECKey> walked(JsonNode answer, List<ECKey> from) {
    List<ECKey> trusted = from;
    for (JsonNode link : answer.required("chain")) {
      trusted = verified(link.asString(), trusted).map(PhoneTrustTest::trust).orElse(trusted);
    }
    return trusted;
  }

  private List<ECKey> trustedNow() {
    return house.get(PhoneKeys.class).trust().stream()
        .map(
            one -> {
              try {
                return ECKey.parse(one);
              } catch (ParseException e) {
                throw new AssertionError(e);
              }
            })
        .toList();
  }

  private JsonNode statement(JsonNode answer, List<ECKey> trusted) {
    return verified(answer.required("key").asString(), trusted).orElseThrow();
  }

  @Test
  void aPhoneThatTrustsAnOldKeyWalksToThePresentOne() {
    asked();
    days(1);
    List<ECKey> old = List.of(trustedNow().get(0));
    NodeIdentity identity = house.get(NodeIdentity.class);
    for (int renewals = 0; renewals < 2; renewals++) {
      identity.renew(false);
      days(40);
    }
    JsonNode answer = asked();
    assertThat(verified(answer.required("key").asString(), old)).isEmpty();
    List<ECKey> trusted = walked(answer, old);
    JsonNode said = statement(answer, trusted);
    assertThat(trust(said)).isEqualTo(trusted);
    assertThat(Instant.parse(said.required("issued").asString()))
        .isEqualTo(house.clock().instant());
    assertThat(Instant.parse(said.required("until").asString()))
        .isAfter(house.clock().instant().plus(PhoneKeys.OVERLAP).minusSeconds(1));
    // in order, and without duplicates
    List<Instant> issued = new ArrayList<>();
    List<ECKey> way = old;
    for (JsonNode link : answer.required("chain")) {
      Optional<JsonNode> step = verified(link.asString(), way);
      if (step.isPresent()) {
        way = trust(step.get());
        issued.add(Instant.parse(step.get().required("issued").asString()));
      }
    }
    assertThat(issued).isSorted().doesNotHaveDuplicates().hasSizeBetween(4, 6);
    assertThat(asked().required("chain")).isEqualTo(answer.required("chain"));
  }

  @Test
  void keysThatWereMadeAtOnceBeginAnew() {
    asked();
    List<ECKey> old = List.of(trustedNow().get(0));
    house.get(NodeIdentity.class).renew(true);
    JsonNode answer = asked();
    assertThat(answer.required("chain").size()).isEqualTo(1);
    assertThat(walked(answer, old)).isEqualTo(old);
    assertThat(statement(answer, walked(answer, trustedNow()))).isNotNull();
  }

  @Test
  void whatNoPhoneCanNeedAnyMoreEnds() {
    asked();
    house.get(NodeIdentity.class).renew(false);
    days(30);
    assertThat(asked().required("chain").size()).isGreaterThan(1);
    house.clock().pass(PhoneKeys.OFFERED.plus(PhoneKeys.OPENS));
    days(1);
    assertThat(asked().required("chain").size()).isEqualTo(1);
  }
}
