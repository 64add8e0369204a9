package org.passerelle.prosecute.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.Users;
import org.passerelle.evidence.Signatory;
import org.passerelle.prosecute.Scenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/** A key signs for one colleague, ends with them, and leaves its certificate. */
@OnBothDatabases
class OfficerKeysTest {
  private static final String KEY = "/prosecute/key";
  @Parameter House house;

  @Test
  void aKeySignsForItsOwnerAlone() {
    SignedIn who = colleague();
    assertThatThrownBy(() -> keys().newest(who))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("signing.refused.no-key");
    OfficerKey made = keys().make(who);
    Signatory signs = keys().newest(who);
    assertThat(signs.id()).isEqualTo(made.certificateId());
    assertThat(signs.name()).contains("CN=" + who.name(), "O=" + who.organisationName());
    byte[] text = "a custody entry".getBytes(StandardCharsets.UTF_8);
    assertThat(signs.kind().verifies(signs.certificate().getPublicKey(), text, signs.sign(text)))
        .isTrue();
    SignedIn colleague = new Scenes(house).colleague(who.organisation(), Role.INVESTIGATOR);
    assertThatThrownBy(() -> keys().signatory(made.certificateId(), colleague))
        .isInstanceOf(NotFound.class);
    assertThat(keys().current(List.of(who.user(), colleague.user()), who.organisation()))
        .containsOnlyKeys(who.user());
  }

  @Test
  void theNextIsMadeShortlyBeforeTheEndAndBothSignUntilThen() {
    SignedIn who = colleague();
    OfficerKey first = keys().make(who);
    assertThatThrownBy(() -> keys().make(who))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("signing.refused.has-key");
    house.clock().pass(OfficerKeys.VALID.minusDays(50));
    OfficerKey second = keys().make(who);
    assertThat(keys().newest(who).id()).isEqualTo(second.certificateId());
    assertThat(keys().signatory(first.certificateId(), who).id()).isEqualTo(first.certificateId());
    house.clock().pass(Duration.ofDays(60));
    assertThatThrownBy(() -> keys().signatory(first.certificateId(), who))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("signing.refused.key-ended");
    assertThat(keys().newest(who).id()).isEqualTo(second.certificateId());
  }

  @Test
  void ofTwoMadeAtOnceOneIsRefused() throws Exception {
    SignedIn who = colleague();
    List<Callable<Boolean>> both = new ArrayList<>();
    for (int hand = 0; hand < 2; hand++) {
      both.add(
          () -> {
            try {
              keys().make(who);
              return true;
            } catch (Refused second) {
              return false;
            }
          });
    }
    assertThat(AtOnce.all(both)).containsOnlyOnce(true);
    assertThat(keys().own(who)).hasSize(1);
  }

  /** What was signed must verify for as long as anybody asks; nobody can sign more. */
  @Test
  void theSecretGoesWithTheUserAndTheCertificateStays() {
    SignedIn who = colleague();
    OfficerKey made = keys().make(who);
    SignedIn administrator = house.somebody(Role.ADMINISTRATOR);
    house.get(Users.class).setActive(administrator, who.user(), false);
    assertThat(house.get(Vault.class).holds(made.id())).isFalse();
    assertThat(secrets(made.id())).isZero();
    assertThat(keys().certificates(List.of(made.certificateId())).find(made.certificateId()))
        .isPresent();
    assertThat(keys().current(List.of(who.user()), who.organisation())).isEmpty();
    house.get(Users.class).setActive(administrator, who.user(), true);
    assertThatThrownBy(() -> keys().signatory(made.certificateId(), who))
        .isInstanceOf(Refused.class);
    assertThat(keys().make(who).certificateId()).isNotEqualTo(made.certificateId());
  }

  private int secrets(UUID key) {
    return house
        .db()
        .sql("select count(*) from officer_key where id = :id and secret is not null")
        .param("id", key)
        .query(Integer.class)
        .single();
  }

  /** An open session alone makes no key. */
  @Test
  void thePageAsksForPasswordAndSecondFactor() {
    Member member = Member.of(house, Role.INVESTIGATOR);
    SignedIn who = Staff.signedIn(member.user());
    Browser browser = member.browser();
    house.clock().pass(Duration.ofMinutes(20));
    assertThat(browser.get(KEY).body()).contains(KEY + "/confirm", "You have no signing key");
    assertThat(browser.post(KEY, "currentPassword", Member.PASSWORD).status()).isEqualTo(422);
    assertThat(keys().own(who)).isEmpty();
    browser.get(KEY);
    browser.post(KEY + "/confirm");
    assertThat(member.confirm(browser).location()).isEqualTo(KEY);
    browser.get(KEY);
    assertThat(browser.post(KEY, "currentPassword", "not mine at all").status()).isEqualTo(422);
    assertThat(keys().own(who)).isEmpty();
    browser.get(KEY);
    assertThat(browser.post(KEY, "currentPassword", Member.PASSWORD).location()).isEqualTo(KEY);
    assertThat(browser.get(KEY).body())
        .contains("Your signing key was made.", keys().own(who).get(0).certificateId())
        .doesNotContain(KEY + "\" class");
  }

  private SignedIn colleague() {
    return new Scenes(house).colleague(Staff.organisation(house).id(), Role.INVESTIGATOR);
  }

  private OfficerKeys keys() {
    return house.get(OfficerKeys.class);
  }
}
